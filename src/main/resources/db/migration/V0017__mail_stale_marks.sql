-- One row for each time that a component became stale, not one for each component: whoever threads it deletes the
-- marks that it saw. A message that comes meanwhile leaves a mark of its own, without waiting for anybody.
alter table mail.stale_component add column mark_id uuid not null default gen_random_uuid();
alter table mail.stale_component drop constraint stale_component_pkey;
alter table mail.stale_component add primary key (workspace_id, component_id, mark_id);
