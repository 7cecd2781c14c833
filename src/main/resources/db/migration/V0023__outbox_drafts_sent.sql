-- Which draft a mail was, so that whoever made the draft learns what became of it. Null: it was none.
alter table outbox.mail add column draft_id uuid;
create index mail_by_draft on outbox.mail (workspace_id, draft_id) where draft_id is not null;  -- what became of drafts
