create schema touches;
grant usage on schema touches to politely_app;

-- One line that somebody logged: what passed between us and people beside mail.
create table touches.touch (
    workspace_id uuid        not null,
    touch_id     uuid        not null,
    ways         text[]      not null,      -- in the order in which they happened: "missed-call:us", "text:us"
    happened_at  timestamptz not null,
    words        text        not null,      -- the line, as it was typed
    pursuit_id   uuid,
    logged_at    timestamptz not null,
    logged_by    uuid        not null,
    replaces     uuid,                      -- the touch of which this is the corrected form
    removed_at   timestamptz,
    primary key (workspace_id, touch_id),
    foreign key (workspace_id, replaces) references touches.touch,
    check (cardinality(ways) > 0),
    check (ways <@ '{call:us,call:them,missed-call:us,missed-call:them,voicemail:us,voicemail:them,linkedin:us,linkedin:them,text:us,text:them,meeting:us,meeting:them,missed-meeting:us,missed-meeting:them,note:us,note:them}')
);
create index touch_newest on touches.touch (workspace_id, happened_at desc, touch_id desc);     -- the list of all
create index touch_by_pursuit on touches.touch (workspace_id, pursuit_id) where pursuit_id is not null;  -- those of a pursuit
create index touch_replaced on touches.touch (workspace_id, replaces) where replaces is not null;        -- its foreign key
call database.protect('touches.touch', 'select, insert, update, delete');

-- With whom. Everything here names the row of people under which it was logged; whom the user sees is told by
-- people.shown, so that a merge moves nothing.
create table touches.participant (
    workspace_id uuid not null,
    touch_id     uuid not null,
    person_id    uuid not null,
    called       text not null,             -- the words of the line that name them, or ''
    primary key (workspace_id, touch_id, person_id),
    foreign key (workspace_id, touch_id) references touches.touch
);
create index participant_by_person on touches.participant (workspace_id, person_id);    -- the touches of a person
call database.protect('touches.participant', 'select, insert, delete');

create table touches.promise (
    workspace_id uuid        not null,
    promise_id   uuid        not null,
    touch_id     uuid        not null,
    by_us        boolean     not null,
    person_id    uuid        not null,      -- to whom, or whose
    words        text        not null check (words <> ''),
    due          timestamptz not null,
    ended_at     timestamptz,
    ended_as     text        check (ended_as in ('kept', 'dropped')),
    primary key (workspace_id, promise_id),
    foreign key (workspace_id, touch_id) references touches.touch,
    check ((ended_at is null) = (ended_as is null))
);
create index promise_by_touch on touches.promise (workspace_id, touch_id);                             -- those of a touch
create index promise_open on touches.promise (workspace_id, due) where ended_at is null;                -- Today
call database.protect('touches.promise', 'select, insert, update, delete');

-- Conversations of which the user said that this answers them, and the decision that says so in the ledger:
-- taken back with the touch.
create table touches.answer (
    workspace_id    uuid not null,
    touch_id        uuid not null,
    conversation_id uuid not null,
    decision_id     uuid not null,
    primary key (workspace_id, touch_id, conversation_id),
    foreign key (workspace_id, touch_id) references touches.touch
);
call database.protect('touches.answer', 'select, insert, update, delete');
