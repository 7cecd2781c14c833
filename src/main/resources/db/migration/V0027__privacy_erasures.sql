create schema privacy;
grant usage on schema privacy to politely_app;

-- Somebody who is to be erased, or was. Once it is done nothing here says who it was.
create table privacy.erasure (
    workspace_id uuid        not null,
    erasure_id   uuid        not null,
    person_id    uuid,                  -- null once they are erased
    asked_by     uuid        not null,
    asked_at     timestamptz not null,
    due_at       timestamptz not null,  -- not before: until then they can be kept
    stop_id      uuid,                  -- what keeps mail from them until then; null: something else did before
    kept_at      timestamptz,           -- they were kept after all
    done_at      timestamptz,
    messages     bigint      not null,  -- how many of each are gone
    mails        bigint      not null,
    drafts       bigint      not null,
    primary key (workspace_id, erasure_id),
    check (kept_at is null or done_at is null),
    check ((done_at is null) = (person_id is not null))
);
create unique index erasure_pending on privacy.erasure (workspace_id, person_id)
    where kept_at is null and done_at is null;                                  -- the person's page; asking twice
create index erasure_by_due on privacy.erasure (workspace_id, due_at)
    where kept_at is null and done_at is null;                                  -- what is due
call database.protect('privacy.erasure', 'select, insert, update');

-- Whose mail is not kept: a hash of each address without its tag, keyed outside of the database, so that nobody can
-- find out by trying addresses whose it is.
create table people.erased (
    workspace_id uuid        not null,
    address_hash bytea       not null,
    erasure_id   uuid        not null,
    erased_at    timestamptz not null,
    primary key (workspace_id, address_hash)
);
call database.protect('people.erased', 'select, insert, delete');

-- Which messages are not kept: a keyed hash of their content hash. What names somebody without an address of theirs
-- does not come back with the next import.
create table mail.erased (
    workspace_id uuid  not null,
    content_key  bytea not null,
    erasure_id   uuid  not null,
    primary key (workspace_id, content_key)
);
call database.protect('mail.erased', 'select, insert, delete');

-- Whoever was in a pursuit stays in its history as nobody in particular.
alter table people.person drop constraint person_kind_check;
alter table people.person add constraint person_kind_check
    check (kind in ('person', 'role', 'list', 'automatic', 'nobody', 'erased'));

-- Until now nothing of this was ever removed, and the application was not allowed to.
grant delete on people.person, people.address, people.name_seen, people.merge, people.company to politely_app;
grant delete on mail.message, mail.raw, mail.location, mail.search, mail.thread, mail.mention, mail.conversation,
                mail.join_decision to politely_app;
grant delete on ledger.decision to politely_app;
grant delete on outbox.do_not_contact to politely_app;
grant delete on pursuits.status_link, pursuits.status_answer to politely_app;
grant update (note) on ledger.decision to politely_app;
-- What happened stays; the sentence about it goes where it names them.
grant update (reason) on outbox.step to politely_app;
grant update (before, after, why) on pursuits.step to politely_app;
grant update (name) on pursuits.material to politely_app;
grant update (changed) on pursuits.status_answer to politely_app;
