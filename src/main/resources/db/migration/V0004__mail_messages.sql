create schema mail;
grant usage on schema mail to politely_app;

-- The message store is append-only: what a message says never changes; a better reading is a new
-- row version written by a re-read, and where a message belongs is kept apart in mail.thread.
create table mail.message (
    workspace_id    uuid        not null,
    message_id      uuid        not null,
    content_hash    bytea       not null,   -- SHA-256 over all that reading and threading use, not over trace headers
    internet_id     text,                   -- the Message-ID header without <>; null: missing or empty
    in_reply_to     text[]      not null,
    reference_ids   text[]      not null,
    subject         text        not null,
    sent_at         timestamptz not null,
    sent_at_source  text        not null check (sent_at_source in ('date', 'received', 'envelope', 'unknown')),
    from_address    text,                   -- null: no usable sender
    from_name       text        not null,
    to_addresses    text[]      not null,
    cc_addresses    text[]      not null,
    list_id         text,
    kind            text        not null,
    newest_text     text        not null,
    attribution     text        not null,   -- how it introduces what it quotes, where it has no reply headers: tells what it answers
    quoted_text     text        not null,   -- the beginning of what it quotes there of the message before
    signals         jsonb       not null,
    has_html        boolean     not null,
    attachments     jsonb       not null,   -- [{name, type, bytes}]
    size_bytes      integer     not null,
    reading_version integer     not null,
    primary key (workspace_id, message_id),
    unique (workspace_id, content_hash)     -- importing twice adds nothing
);
-- Most messages fit on a page as they are: packing their texts and moving them out of line costs more than it saves.
alter table mail.message set (toast_tuple_target = 8160);
-- Nobody asks for rows by these, so that the planner need not look at them.
alter table mail.message
    alter column newest_text set statistics 0,
    alter column attribution set statistics 0,
    alter column quoted_text set statistics 0,
    alter column signals     set statistics 0,
    alter column attachments set statistics 0;
call database.protect('mail.message', 'select, insert, update');

-- The message as it came, packed (Zstandard); read when somebody opens its HTML, an attachment or its source.
create table mail.raw (
    workspace_id uuid  not null,
    message_id   uuid  not null,
    packed       bytea not null,
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references mail.message
);
alter table mail.raw alter column packed set storage external;   -- is compressed already
alter table mail.raw alter column packed set statistics 0;
alter table mail.raw set (toast_tuple_target = 8160);            -- most fit on a page
call database.protect('mail.raw', 'select, insert');

-- Where copies of a message lie: folders and labels.
create table mail.location (
    workspace_id uuid not null,
    message_id   uuid not null,
    folder       text not null,             -- as the mailbox names it
    role         text not null check (role in ('inbox', 'sent', 'drafts', 'trash', 'junk', 'other')),
    delivered_to text not null,             -- '' where the copy does not tell
    thread_hint  text not null,             -- a provider's thread id, '' where there is none
    primary key (workspace_id, message_id, folder, delivered_to, thread_hint),
    foreign key (workspace_id, message_id) references mail.message
);
call database.protect('mail.location', 'select, insert');

-- What could not be stored, with the reason and the bytes, so that nothing is lost.
create table mail.quarantined (
    workspace_id uuid        not null,
    content_hash bytea       not null,
    import_id    uuid        not null,
    origin       text        not null,      -- file and position
    reason       text        not null,
    packed       bytea       not null,      -- at most the first megabyte
    found_at     timestamptz not null,
    primary key (workspace_id, content_hash)
);
call database.protect('mail.quarantined', 'select, insert, delete');

-- A run of reading mailboxes, and how far it came.
create table mail.import (
    workspace_id uuid        not null,
    import_id    uuid        not null,
    sources      text[]      not null,
    state        text        not null check (state in ('waiting', 'running', 'stopped', 'done', 'failed')),
    started_at   timestamptz not null,
    ended_at     timestamptz,
    bytes_total  bigint      not null,
    bytes_done   bigint      not null,
    messages     bigint      not null,
    imported     bigint      not null,
    duplicates   bigint      not null,
    quarantined  bigint      not null,
    resume_at    jsonb       not null,      -- {source: position}, committed with the messages before it
    problem      text,                      -- one sentence, where it failed
    primary key (workspace_id, import_id)
);
call database.protect('mail.import', 'select, insert, update');

create table mail.import_log (
    workspace_id uuid        not null,
    import_id    uuid        not null,
    entry_id     uuid        not null,
    at           timestamptz not null,
    sentence     text        not null,
    primary key (workspace_id, import_id, entry_id),
    foreign key (workspace_id, import_id) references mail.import
);
call database.protect('mail.import_log', 'select, insert');
