create schema mailboxes;
grant usage on schema mailboxes to politely_app;

-- A mailbox on a server: where Politely reads, and what it sends from.
create table mailboxes.account (
    workspace_id       uuid        not null,
    account_id         uuid        not null,
    address            text        not null,   -- mail from here has it in From
    display_name       text        not null,   -- beside it in From; '' for none
    imap_host          text        not null,
    imap_port          integer     not null check (imap_port between 1 and 65535),
    imap_security      text        not null check (imap_security in ('tls', 'starttls', 'none')),
    smtp_host          text        not null,
    smtp_port          integer     not null check (smtp_port between 1 and 65535),
    smtp_security      text        not null check (smtp_security in ('tls', 'starttls', 'none')),
    login              text        not null,
    authentication     text        not null check (authentication in ('password', 'oauth2')),
    secret             bytea       not null,   -- sealed: bound to workspace, account and this column
    signature          text        not null,
    saves_sent_itself  boolean     not null,   -- the provider files what is sent by SMTP in Sent
    state              text        not null check (state in ('active', 'paused', 'needs-attention')),
    problem            text        not null,   -- one sentence, '' while all is well
    created_at         timestamptz not null,
    primary key (workspace_id, account_id),
    unique (workspace_id, address)
);
call database.protect('mailboxes.account', 'select, insert, update, delete');

-- What is known of a folder on the server, and what was proven of it.
create table mailboxes.folder (
    workspace_id    uuid        not null,
    account_id      uuid        not null,
    folder_id       uuid        not null,
    name            text        not null,     -- as the server has it, decoded
    role            text        not null check (role in ('inbox', 'sent', 'drafts', 'trash', 'junk', 'other')),
    uid_validity    bigint      not null,     -- 0: never opened
    highest_modseq  bigint      not null,     -- 0: the server does not tell
    server_count    bigint      not null,     -- messages there, when last asked
    proven_at       timestamptz,              -- the copies below were the server's at this moment; null: never yet
    proven_digest   bytea,                    -- of what was proven: uid validity, count, highest uid, all uids
    problem         text        not null,     -- why it is not proven, one sentence, '' while all is well
    gone_at         timestamptz,              -- the server has it no more
    primary key (workspace_id, folder_id),
    unique (workspace_id, account_id, name),
    foreign key (workspace_id, account_id) references mailboxes.account on delete cascade
);
call database.protect('mailboxes.folder', 'select, insert, update, delete');

-- What lies in a folder on the server, message by message. Messages stay when they go there.
create table mailboxes.copy (
    workspace_id uuid   not null,
    folder_id    uuid   not null,
    uid          bigint not null,
    message_id   uuid,                        -- null: it could not be read, and was set aside with its reason
    primary key (workspace_id, folder_id, uid),
    foreign key (workspace_id, folder_id) references mailboxes.folder on delete cascade
);
create index copy_by_message on mailboxes.copy (workspace_id, message_id);   -- where a message lies now
call database.protect('mailboxes.copy', 'select, insert, update, delete');

-- What the sync of an account has to say, the newest some hundred sentences.
create table mailboxes.log (
    workspace_id uuid        not null,
    entry_id     uuid        not null,
    account_id   uuid        not null,
    at           timestamptz not null,
    sentence     text        not null,
    primary key (workspace_id, entry_id),
    foreign key (workspace_id, account_id) references mailboxes.account on delete cascade
);
create index log_by_account on mailboxes.log (workspace_id, account_id, at desc);   -- the page of an account
call database.protect('mailboxes.log', 'select, insert, delete');

-- Since when everything that lay on the server is known here: the oldest proof of the account's folders;
-- null where one of them was never proven. The gate of the outbox asks in the statement that decides.
create function mailboxes.proven_at(workspace uuid, account uuid)
returns timestamptz
language sql stable
as $$
    select case when count(*) = count(f.proven_at) then min(f.proven_at) end
      from mailboxes.folder f
     where f.workspace_id = workspace
       and f.account_id = account
       and f.gone_at is null
$$;
grant execute on function mailboxes.proven_at(uuid, uuid) to politely_app;
