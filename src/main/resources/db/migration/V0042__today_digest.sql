create schema today;
grant usage on schema today to politely_app;

-- Who wants a digest by mail, and at which hour of their own day. No row: none.
create table today.digest_choice (
    workspace_id  uuid        not null,
    member_id     uuid        not null,
    hour          smallint    not null check (hour between 0 and 23),
    workdays_only boolean     not null,       -- Monday to Friday
    server        text        not null,       -- scheme, host and port under which the member sees these pages
    chosen_at     timestamptz not null,       -- an hour that had passed by then is not made up for
    primary key (workspace_id, member_id)
);
call database.protect('today.digest_choice', 'select, insert, update, delete');

-- One digest a member and local day, whatever is started twice or how clocks change. Written in the transaction that
-- plans the mail.
create table today.digest (
    workspace_id uuid        not null,
    member_id    uuid        not null,
    day          date        not null,        -- on the member's calendar
    planned_at   timestamptz not null,
    late_at      timestamptz not null,        -- what has not left by then does not leave
    outgoing_id  uuid,                        -- the mail; null: there was nothing to do
    primary key (workspace_id, member_id, day)
);
create index digest_to_withdraw on today.digest (workspace_id, late_at) where outgoing_id is not null;   -- what is late
call database.protect('today.digest', 'select, insert, update');
