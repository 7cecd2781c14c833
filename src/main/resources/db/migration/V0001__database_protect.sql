-- Every table is protected the same way: row-level security, forced even on the owner, and only the
-- rights that its module needs. The workspace is set per transaction with
--   set local politely.workspace = '…'
-- and an unset or empty setting is an error, so that a forgotten workspace closes instead of opening.
create schema database;

create procedure database.protect(target regclass, rights text)
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy workspace on %s
             using      (workspace_id = current_setting(''politely.workspace'')::uuid)
             with check (workspace_id = current_setting(''politely.workspace'')::uuid)', target);
    execute format('grant %s on %s to politely_app', rights, target);
end
$$;
