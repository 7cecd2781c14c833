create schema cadence;
grant usage on schema cadence to politely_app;

-- What the user started: to follow up with somebody in a situation of the policy. Names the row of people under
-- which it was started; whom the user sees is told by people.shown, so that a merge moves nothing.
create table cadence.follow_up (
    workspace_id    uuid        not null,
    follow_up_id      uuid        not null,
    person_id       uuid        not null,
    situation       text        not null,   -- the row of the policy: S1
    pursuit_id      uuid,
    conversation_id uuid,                   -- that it goes on; null: its first letter begins one
    started_at      timestamptz not null,   -- the event, or when it was started
    created_at      timestamptz not null,
    created_by      uuid        not null,
    fact            text        not null,   -- what is known about them, or ''
    fact_source     text        not null,   -- where that is from, or ''
    relevance       text        not null,   -- why it matters to them, or ''
    promised        date,                   -- the day that they named for a decision
    not_before      date,                   -- set off by the user
    connector_asked boolean     not null default false,
    closed          boolean     not null default false,    -- its last word left
    ended_at        timestamptz,
    ended_as        text check (ended_as in ('stopped', 'declined', 'referred', 'silent', 'settled', 'retired')),
    ended_why       text        not null default '',
    primary key (workspace_id, follow_up_id),
    check ((ended_at is null) = (ended_as is null))
);
-- One of a kind at a time.
create unique index follow_up_open on cadence.follow_up (workspace_id, person_id, situation, pursuit_id) nulls not distinct
 where ended_at is null;
create index follow_up_by_pursuit on cadence.follow_up (workspace_id, pursuit_id) where pursuit_id is not null;  -- its page
call database.protect('cadence.follow_up', 'select, insert, update, delete');

-- What comes next with each: derived, and derived again on every nudge and every night.
create table cadence.next (
    workspace_id uuid        not null,
    follow_up_id   uuid        not null,
    kind         text        not null check (kind in ('touch', 'close', 'connector', 'wait', 'answer', 'address', 'over')),
    number       integer     not null,      -- of the touch; 0 for what is none
    most         integer     not null,
    channel      text        not null,
    earliest     timestamptz not null,      -- a touch: not before; else until or since when
    best         timestamptz not null,
    ask_minutes  integer     not null,
    needs_value  boolean     not null,
    pushed       double precision not null, -- pushiness before it
    pushes       double precision not null, -- and after it
    ended_as     text        not null,      -- over: how
    reason       text        not null,      -- a sentence the user may read
    planned_at   timestamptz not null,
    primary key (workspace_id, follow_up_id),
    foreign key (workspace_id, follow_up_id) references cadence.follow_up
);
create index next_due on cadence.next (workspace_id, kind, earliest, follow_up_id);   -- Today, and the list of what is due
call database.protect('cadence.next', 'select, insert, update, delete');

-- What passed between us and addresses in mail, as plans need it: derived from conversations, by their change numbers.
create table cadence.event (
    workspace_id    uuid        not null,
    message_id      uuid        not null,
    address         text        not null,   -- ours: to whom; theirs: who wrote
    conversation_id uuid        not null,
    internet_id     text,
    at              timestamptz not null,
    ours            boolean     not null,
    kind            text        not null check (kind in ('touch', 'answer', 'reply', 'automatic', 'absence')),
    ask_minutes     integer,
    value           text        not null,
    intent          text,
    not_before      date,
    promise_due     date,
    primary key (workspace_id, message_id, address),
    check (ours = (kind in ('touch', 'answer')))
);
create index event_by_address on cadence.event (workspace_id, address, at);                  -- the history of a person
create index event_by_conversation on cadence.event (workspace_id, conversation_id);         -- deriving again; colleagues' answers
call database.protect('cadence.event', 'select, insert, update, delete');

create table cadence.cursor (
    workspace_id  uuid   primary key,
    change_number bigint not null
);
call database.protect('cadence.cursor', 'select, insert, update');

-- One row a person: locked while a letter to them is planned, so that two approvals are one after the other. Also when
-- they work, as far as the user said, and what was derived of them for plans.
create table cadence.person (
    workspace_id uuid             not null,
    person_id    uuid             not null,
    hours        text             not null default '',     -- as typed: 9-13, 15-18; '': those of the policy
    zone         text             not null default '',     -- '': not known
    rank         text             not null default '',
    primary key (workspace_id, person_id)
);
call database.protect('cadence.person', 'select, insert, update, delete');

-- Which mail is which touch, for whom: claimed once, whoever approves it. What left is found by its Message-ID.
create table cadence.approved (
    workspace_id uuid        not null,
    outgoing_id  uuid        not null,
    person_id    uuid        not null,
    internet_id  text        not null,
    follow_up_id   uuid,                      -- null: written by hand
    number       integer     not null,      -- of the touch; 0: none of a plan
    due_at       timestamptz not null,
    weighs       boolean     not null,      -- false: it answers them, or brings what we owe
    ask_minutes  integer,
    value        text        not null,
    approved_at  timestamptz not null,
    approved_by  uuid        not null,
    primary key (workspace_id, outgoing_id, person_id),
    foreign key (workspace_id, follow_up_id) references cadence.follow_up
);
create index approved_by_person on cadence.approved (workspace_id, person_id, due_at);       -- their history
create index approved_by_follow_up on cadence.approved (workspace_id, follow_up_id, number) where follow_up_id is not null;
create index approved_by_internet_id on cadence.approved (workspace_id, internet_id);        -- what a mail in the store was
call database.protect('cadence.approved', 'select, insert, update, delete');

-- Somebody wrote all the same, and why.
create table cadence.override (
    workspace_id uuid             not null,
    outgoing_id  uuid             not null,
    why          text             not null check (why <> ''),
    against      text             not null,     -- what spoke against it
    pushiness    double precision not null,
    at           timestamptz      not null,
    by           uuid             not null,
    primary key (workspace_id, outgoing_id)
);
call database.protect('cadence.override', 'select, insert, update, delete');

-- Numbers of the policy that the user changed, by their names: the newest holds.
create table cadence.policy_change (
    workspace_id uuid        not null,
    change_id    uuid        not null,
    setting      text        not null,      -- S1.touches.2.gap
    value        integer,                   -- null: as shipped again
    at           timestamptz not null,
    by           uuid        not null,
    primary key (workspace_id, change_id)
);
create index policy_change_newest on cadence.policy_change (workspace_id, setting, at desc);  -- the policy in force
call database.protect('cadence.policy_change', 'select, insert');
