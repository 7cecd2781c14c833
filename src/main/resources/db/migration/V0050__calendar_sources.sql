-- What tells of events: a file, a feed, a calendar on a server, the mail.
create table calendar.source (
    workspace_id    uuid        not null,
    source_id       uuid        not null,
    kind            text        not null check (kind in ('file', 'feed', 'server', 'mail')),
    name            text        not null,
    address         text        not null,   -- of a feed or a calendar on a server; the name of a file; '' of the mail
    login           text        not null,   -- '' where none is needed
    secret          bytea,                  -- sealed; null where none is needed
    mark            text        not null,   -- what the server says of the state that was read last, or ''
    read_at         timestamptz,            -- null: never yet
    problem         text        not null,   -- why it could not be read, or ''
    problem_since   timestamptz,
    left_out        text        not null,   -- sentences, a line each, on what was not read
    disconnected_at timestamptz,            -- null: it is read
    primary key (workspace_id, source_id),
    unique (workspace_id, kind, address)
);
call database.protect('calendar.source', 'select, insert, update, delete');

-- An event as a source tells of it, or one changed time of it.
create table calendar.event (
    workspace_id uuid        not null,
    source_id    uuid        not null,
    uid          text        not null,
    changes      text        not null,   -- which time of it this changes, as it was to begin at first; '' for all
    sequence     integer     not null,
    stamp        timestamptz not null,
    timing       text        not null,   -- when it takes place and how it repeats, as a calendar file writes that
    repeats      boolean     not null,
    title        text        not null,
    place        text        not null,
    words        text        not null,
    people       text        not null,   -- a line each: organiser or guest, the answer, the address, the name
    cancelled    boolean     not null,
    private      boolean     not null,
    href         text        not null,   -- where it lies on its server, or ''
    etag         text        not null,   -- which version of it, or ''
    primary key (workspace_id, source_id, uid, changes),
    foreign key (workspace_id, source_id) references calendar.source on delete cascade
);
create index event_by_uid on calendar.event (workspace_id, uid);                         -- what all sources tell of it
create index event_repeating on calendar.event (workspace_id, uid) where repeats;        -- new times as days pass
call database.protect('calendar.event', 'select, insert, update, delete');

-- What somebody answered to an invitation by mail.
create table calendar.answer (
    workspace_id uuid        not null,
    uid          text        not null,
    changes      text        not null,
    address      text        not null,
    answer       text        not null check (answer in ('none', 'accepted', 'declined', 'tentative')),
    stamp        timestamptz not null,
    primary key (workspace_id, uid, changes, address)
);
call database.protect('calendar.answer', 'select, insert, update, delete');

-- Up to when mail was looked through for invitations.
create table calendar.cursor (
    workspace_id uuid        not null,
    stored_at    timestamptz not null,
    primary key (workspace_id)
);
call database.protect('calendar.cursor', 'select, insert, update, delete');

create index meeting_by_uid on calendar.meeting (workspace_id, uid);   -- what an event became before
