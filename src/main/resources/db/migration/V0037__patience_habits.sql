create schema patience;
grant usage on schema patience to politely_app;

-- What was learned from all letters of a workspace: numbers, no words, no names. Everything here is made anew every
-- night from the mail, so that nothing else depends on it.
create table patience.lesson (
    workspace_id uuid               not null primary key,
    learned_at   timestamptz        not null,
    letters      bigint             not null,   -- with their readers, from which it was learned
    answered     bigint             not null,
    at_send      double precision[] not null,   -- weights for the moment of sending
    later        double precision[] not null,   -- weights from a day after it on
    usual        double precision[] not null,   -- what is usual among all letters
    own_habits   double precision[] not null    -- ours, as writers and readers
);
call database.protect('patience.lesson', 'select, insert, update, delete');

-- How somebody treats letters, by whom the user saw when it was learned.
create table patience.habit (
    workspace_id uuid               not null,
    person_id    uuid               not null,
    asked        integer            not null,   -- letters of ours to them that are old enough to count
    answered     integer            not null,   -- of these, those that they answered
    habits       double precision[] not null,
    from_us      double precision[] not null,   -- what passed from us to them
    primary key (workspace_id, person_id)
);
call database.protect('patience.habit', 'select, insert, delete');
