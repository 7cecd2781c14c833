create schema outbox;
grant usage on schema outbox to politely_app;

-- Every mail that leaves, from the moment at which a person approved it. Content is fixed here: an edit
-- withdraws the mail and plans another one.
create table outbox.mail (
    workspace_id    uuid        not null,
    mail_id         uuid        not null,
    account_id      uuid        not null,
    state           text        not null check (state in ('planned', 'due', 'claimed', 'dispatching', 'sent', 'failed', 'in-doubt', 'cancelled')),
    internet_id     text        not null,     -- its Message-ID without <>, fixed now: 128 random bits and a keyed tag
    recipients      text[]      not null,     -- the whole envelope, as approved; sorted
    to_addresses    text[]      not null,
    cc_addresses    text[]      not null,
    bcc_addresses   text[]      not null,
    subject         text        not null,
    body            text        not null,     -- as written, without what it quotes
    conversation_id uuid,                     -- null: it begins one
    answers_id      uuid,                     -- the message that it answers
    thread_ids      text[]      not null,     -- Message-IDs of that conversation when it was planned
    bytes           bytea       not null,     -- the message as it will leave, without Bcc
    bytes_hash      bytea       not null,     -- SHA-256 of those bytes, compared before the gate
    known_at        timestamptz not null,     -- what reached us after this moment was not known when it was approved
    approved_by     uuid        not null,
    approved_at     timestamptz not null,
    due_at          timestamptz not null,     -- not before
    late_at         timestamptz not null,     -- not after: then a person looks again
    hold            text        not null,     -- why it waits for a person, '' while it does not
    attempts        integer     not null,
    token           bigint      not null,     -- grows with every claim: who has an older one writes nothing
    node            text        not null,     -- who holds the claim
    lease_until     timestamptz,
    problem         text        not null,     -- what went wrong last, one sentence, ''
    sent_at         timestamptz,
    copy_state      text        not null check (copy_state in ('none', 'waiting', 'there')),  -- of our copy in Sent
    primary key (workspace_id, mail_id),
    unique (workspace_id, internet_id),
    check ((state in ('claimed', 'dispatching')) = (lease_until is not null)),
    check ((state = 'sent') = (sent_at is not null))
);
create index mail_open on outbox.mail (workspace_id, due_at, mail_id)
    where state in ('planned', 'due', 'claimed', 'dispatching', 'in-doubt');          -- what to claim; what is in doubt
create index mail_by_time on outbox.mail (workspace_id, approved_at desc, mail_id);   -- the page
create index mail_copy_waiting on outbox.mail (workspace_id, account_id)
    where copy_state = 'waiting';                                                     -- copies to file in Sent
alter table outbox.mail alter column bytes set storage external;
call database.protect('outbox.mail', 'select, insert, update');

-- What happened to a mail, when, by whom and why. Never changed.
create table outbox.step (
    workspace_id uuid        not null,
    mail_id      uuid        not null,
    position     bigint      not null generated always as identity,
    at           timestamptz not null,
    state        text        not null,        -- the state that it came to
    by           text        not null,        -- a member's id, or a node
    reason       text        not null,        -- a sentence
    token        bigint      not null,        -- of the claim under which it happened, 0 outside of one
    primary key (workspace_id, mail_id, position),
    foreign key (workspace_id, mail_id) references outbox.mail
);
call database.protect('outbox.step', 'select, insert');

-- Whom nothing is sent to, in the whole workspace.
create table outbox.do_not_contact (
    workspace_id uuid        not null,
    stop_id      uuid        not null,
    scope        text        not null check (scope in ('address', 'person', 'domain')),
    value        text        not null,        -- address; person id; domain, which is a company's too
    source       text        not null check (source in ('user', 'stop', 'complaint', 'bounce')),
    reason       text        not null,        -- a sentence, with the words that said so
    message_id   uuid,                        -- the message that said so
    since        timestamptz not null,
    lifted_at    timestamptz,
    primary key (workspace_id, stop_id)
);
create unique index do_not_contact_in_force on outbox.do_not_contact (workspace_id, scope, value)
    where lifted_at is null;                                                          -- the gate; stopping twice
create index do_not_contact_by_message on outbox.do_not_contact (workspace_id, message_id);  -- whether it was heard before
call database.protect('outbox.do_not_contact', 'select, insert, update');

-- Up to which change of a conversation mail was looked through for people who want no more of it.
create table outbox.heard (
    workspace_id  uuid   primary key,
    change_number bigint not null
);
call database.protect('outbox.heard', 'select, insert, update');

-- Whom of these nothing may be sent to, and why: the oldest stop in force; null where there is none.
create function outbox.stop_against(workspace uuid, recipients text[])
returns uuid
language sql stable
as $$
    select d.stop_id
      from outbox.do_not_contact d
     where d.workspace_id = workspace
       and d.lifted_at is null
       and (   (d.scope = 'address' and d.value = any (recipients))
            or (d.scope = 'person' and d.value = any (people.person_ids(workspace, recipients)))
            or (d.scope = 'domain' and exists (select 1
                                                 from unnest(recipients) as r (address)
                                                where r.address like '%@' || d.value
                                                   or r.address like '%.' || d.value)))
     order by d.since, d.stop_id
     limit 1
$$;
grant execute on function outbox.stop_against(uuid, text[]) to politely_app;

-- Whether this database may send. It knows where it was last allowed to; elsewhere, or when it is older
-- than what was sent, it is fenced until a person confirms.
create table outbox.fence (
    workspace_id uuid        primary key,
    place        text        not null,        -- a hash of machine, data directory and database
    fenced       boolean     not null,
    reason       text        not null,
    changed_at   timestamptz not null
);
call database.protect('outbox.fence', 'select, insert, update');

create sequence outbox.token;                 -- fencing tokens, over all workspaces
grant usage, update on sequence outbox.token to politely_app;
