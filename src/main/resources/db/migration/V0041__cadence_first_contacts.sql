-- First letters to strangers are counted by mailbox and day: mailbox providers judge a sender by them.
alter table cadence.approved
    add column account_id uuid,
    add column is_first boolean not null default false;
create index approved_first on cadence.approved (workspace_id, account_id, approved_at) where is_first;   -- those of a day
