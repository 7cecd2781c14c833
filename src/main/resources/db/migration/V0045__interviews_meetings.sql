create schema interviews;
grant usage on schema interviews to politely_app;

-- Up to which change of a meeting it is known what meetings are to us.
create table interviews.cursor (
    workspace_id  uuid   not null,
    change_number bigint not null,
    primary key (workspace_id)
);
call database.protect('interviews.cursor', 'select, insert, update, delete');

-- What a meeting is to us. Found out, until the user says it.
create table interviews.interview (
    workspace_id uuid        not null,
    meeting_id   uuid        not null,
    pursuit_id   uuid,
    kind         text        not null check (kind in ('screen', 'hiring-manager', 'panel', 'final', 'intake', 'discovery', 'negotiation', 'other')),
    seat         text        not null check (seat in ('seeker', 'recruiter', 'seller')),
    about_id     uuid,                   -- the candidate whom it is about
    reason       text        not null,   -- why it is taken for that
    told         boolean     not null,   -- said by the user
    linked_at    timestamptz not null,
    primary key (workspace_id, meeting_id)
);
create index interview_by_pursuit on interviews.interview (workspace_id, pursuit_id) where pursuit_id is not null;   -- its page
call database.protect('interviews.interview', 'select, insert, update, delete');

-- Persons whom the user named beside those who are invited.
create table interviews.participant (
    workspace_id uuid not null,
    meeting_id   uuid not null,
    person_id    uuid not null,
    primary key (workspace_id, meeting_id, person_id)
);
call database.protect('interviews.participant', 'select, insert, update, delete');
