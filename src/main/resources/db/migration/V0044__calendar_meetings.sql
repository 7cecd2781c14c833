create schema calendar;
grant usage on schema calendar to politely_app;

-- The number of the last change of a meeting: whoever changes one holds this row until the commit, so that numbers are
-- seen in their order.
create table calendar.clock (
    workspace_id  uuid   not null,
    change_number bigint not null,
    primary key (workspace_id)
);
call database.protect('calendar.clock', 'select, insert, update, delete');

-- One occurrence of an event. Its id is made of the workspace, the UID and the original start.
create table calendar.meeting (
    workspace_id  uuid        not null,
    meeting_id    uuid        not null,
    uid           text        not null,
    original      text        not null,   -- when it was to begin at first, as its calendar writes it; '' where it does not repeat
    sequence      integer     not null,
    stamp         timestamptz not null,   -- when this version was written
    title         text        not null,
    place         text        not null,
    words         text        not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    all_day       boolean     not null,
    zone          text        not null,
    state         text        not null check (state in ('booked', 'cancelled')),
    private       boolean     not null,
    change_number bigint      not null,
    changed_at    timestamptz not null,
    primary key (workspace_id, meeting_id),
    unique (workspace_id, change_number),
    check (ends_at >= starts_at)
);
create index meeting_by_start on calendar.meeting (workspace_id, starts_at, meeting_id);   -- what is next
create index meeting_by_end on calendar.meeting (workspace_id, ends_at);                   -- what just ended
call database.protect('calendar.meeting', 'select, insert, update, delete');

create table calendar.attendee (
    workspace_id uuid    not null,
    meeting_id   uuid    not null,
    address      text    not null,
    name         text    not null,
    answer       text    not null check (answer in ('none', 'accepted', 'declined', 'tentative')),
    organiser    boolean not null,
    primary key (workspace_id, meeting_id, address),
    foreign key (workspace_id, meeting_id) references calendar.meeting on delete cascade
);
create index attendee_by_address on calendar.attendee (workspace_id, address);   -- meetings with somebody
call database.protect('calendar.attendee', 'select, insert, update, delete');
