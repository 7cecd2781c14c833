create schema ledger;
grant usage on schema ledger to politely_app;

-- Derived, never edited: the whole schema but ledger.decision can be emptied and derived again.
create table ledger.move (
    workspace_id      uuid             not null,
    conversation_id   uuid             not null,
    label             text             not null check (label in ('ours', 'theirs', 'scheduled', 'nobodys', 'closed', 'unsure')),
    since             timestamptz      not null,
    reason            text             not null,  -- a sentence the user may read
    evidence_id       uuid,                       -- the message that shows it; null: a decision of the user shows it
    quote             text             not null,  -- the words in that message, '' where there are none
    decision_id       uuid,                       -- the user's decision that made it so
    with_address      text,                       -- the other side: who waits, or whom we wait for
    due_at            timestamptz,                -- ours: by policy; theirs: when something is next due; scheduled: until
    confidence        double precision not null,
    subject           text             not null,  -- as the conversation has it, so that a list is one query
    last_at           timestamptz      not null,  -- its newest message
    our_promise_due   timestamptz,                -- the first promise of ours that nothing kept
    their_promise_due timestamptz,                -- the first one of theirs
    primary key (workspace_id, conversation_id),
    check ((evidence_id is null) <> (decision_id is null)),
    check ((due_at is not null) = (label in ('ours', 'theirs', 'scheduled')))
);
-- The lists of Today are chosen, and counted, from this index alone: rows are wide, and most are in no list shown.
create index move_by_label on ledger.move (workspace_id, label, since, conversation_id)
    include (due_at, our_promise_due, their_promise_due);
create index move_by_last on ledger.move (workspace_id, last_at desc, conversation_id desc);   -- the list of conversations
call database.protect('ledger.move', 'select, insert, update, delete');

create table ledger.promise (
    workspace_id    uuid        not null,
    message_id      uuid        not null,
    position        integer     not null,   -- which promise of the message, from 0
    conversation_id uuid        not null,
    by_us           boolean     not null,
    promiser        text        not null,   -- address
    quote           text        not null,
    made_at         timestamptz not null,
    due_at          timestamptz not null,
    kept_at         timestamptz,            -- null: open, or broken once due_at is over
    kept_by         uuid,                   -- the message that kept it
    primary key (workspace_id, message_id, position)
);
create index promise_by_conversation on ledger.promise (workspace_id, conversation_id);  -- deriving again, and its page
create index promise_by_due on ledger.promise (workspace_id, by_us, due_at) where kept_at is null;  -- broken ones
call database.protect('ledger.promise', 'select, insert, update, delete');

create table ledger.debt (
    workspace_id    uuid        not null,
    conversation_id uuid        not null,
    kind            text        not null,   -- the row of the policy: D1, D2, D10 …
    owed_to         text        not null,   -- address
    since           timestamptz not null,
    due_at          timestamptz not null,
    reason          text        not null,
    evidence_id     uuid        not null,
    position        integer     not null,   -- which debt of the conversation, from 0
    primary key (workspace_id, conversation_id, position)
);
create index debt_by_due on ledger.debt (workspace_id, due_at);  -- overdue ones
call database.protect('ledger.debt', 'select, insert, update, delete');

-- What the user decided. Hangs on a message, not on a conversation: conversations are derived.
create table ledger.decision (
    workspace_id uuid        not null,
    decision_id  uuid        not null,
    message_id   uuid        not null,      -- the newest message when it was decided
    verdict      text        not null check (verdict in ('settled', 'snoozed', 'not-mine', 'ours', 'theirs', 'reopened')),
    until        timestamptz,               -- snoozed: when it comes back
    note         text        not null,
    decided_by   uuid        not null,
    decided_at   timestamptz not null,
    undone_at    timestamptz,
    primary key (workspace_id, decision_id),
    check ((verdict = 'snoozed') = (until is not null))
);
create index decision_by_message on ledger.decision (workspace_id, message_id);  -- deriving a conversation again
call database.protect('ledger.decision', 'select, insert, update');

create table ledger.cursor (
    workspace_id  uuid   primary key,
    change_number bigint not null
);
call database.protect('ledger.cursor', 'select, insert, update');
