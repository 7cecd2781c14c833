-- What is being written. Kept as it was typed, so that nothing is lost that cannot be sent yet. A draft
-- that is planned becomes a mail; a mail that is withdrawn becomes a draft again, under the same id.
create table outbox.draft (
    workspace_id uuid        not null,
    draft_id     uuid        not null,
    written_by   uuid        not null,
    account_id   uuid,                        -- what it is sent from; null: not chosen
    to_line      text        not null,
    cc_line      text        not null,
    bcc_line     text        not null,
    subject      text        not null,
    body         text        not null,        -- without signature and quotation
    answers_id   uuid,                        -- the message that it answers
    is_quoting   boolean     not null,        -- whether that message is quoted below
    leaving      text        not null check (leaving in ('now', 'morning', 'at')),
    leaving_at   text        not null,        -- the day and time as typed, '' where none
    begun_at     timestamptz not null,
    saved_at     timestamptz not null,
    known_at     timestamptz not null,        -- what reached us after this moment was not before the writer's eyes
    discarded_at timestamptz,
    internet_id  text        not null,        -- of the message as it was last looked at, '' while it was not
    bytes        bytea,                       -- that message; null after every change
    due_at       timestamptz,                 -- when that message is to leave; null: at once
    primary key (workspace_id, draft_id),
    check ((internet_id = '') = (bytes is null))
);
create index draft_by_time on outbox.draft (workspace_id, saved_at desc, draft_id);   -- the list of drafts
call database.protect('outbox.draft', 'select, insert, update, delete');

-- Files that go with a draft.
create table outbox.draft_file (
    workspace_id uuid        not null,
    draft_id     uuid        not null,
    file_id      uuid        not null,        -- grows with time: their order
    name         text        not null,
    type         text        not null,
    content      bytea       not null,
    primary key (workspace_id, draft_id, file_id),
    foreign key (workspace_id, draft_id) references outbox.draft on delete cascade
);
alter table outbox.draft_file alter column content set storage external;
call database.protect('outbox.draft_file', 'select, insert, delete');
