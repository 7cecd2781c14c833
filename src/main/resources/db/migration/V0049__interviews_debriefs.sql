-- What is told after a meeting. It is opened when the meeting ended: once, because a meeting has one row.
create table interviews.debrief (
    workspace_id uuid        not null,
    meeting_id   uuid        not null,
    ended_at     timestamptz not null,   -- of the meeting, as it was when this was opened
    opened_at    timestamptz not null,
    way          text        not null check (way in ('typed', 'phone')),
    words        text        not null,   -- as it was told on the phone; or ''
    told_at      timestamptz,            -- of the first answer: how old the memory was
    done_at      timestamptz,
    commitment   text check (commitment in ('yes', 'no', 'not-a-yes')),
    condition    text        not null,   -- what stood in place of a yes, in their words
    touch_id     uuid,                   -- where its promises were logged
    client_asked_at timestamptz,         -- when the client was asked for their version
    removed_at   timestamptz,
    primary key (workspace_id, meeting_id),
    check (done_at is null or told_at is not null)
);
create index debrief_open on interviews.debrief (workspace_id, ended_at) where done_at is null and removed_at is null;   -- Today
call database.protect('interviews.debrief', 'select, insert, update, delete');

-- The time that was noted in the pursuit when the debrief was opened: taken back if it never took place.
create table interviews.given (
    workspace_id uuid not null,
    meeting_id   uuid not null,
    time_id      uuid not null,
    primary key (workspace_id, meeting_id, time_id),
    foreign key (workspace_id, meeting_id) references interviews.debrief on delete cascade
);
call database.protect('interviews.given', 'select, insert, update, delete');

create table interviews.answer (
    workspace_id uuid        not null,
    meeting_id   uuid        not null,
    question     text        not null,   -- its key in the bank
    about        text        not null,   -- of whom: the id of a person, or their name; '' for most
    words        text        not null,
    skipped      boolean     not null,
    answered_at  timestamptz not null,
    primary key (workspace_id, meeting_id, question, about),
    foreign key (workspace_id, meeting_id) references interviews.debrief on delete cascade
);
call database.protect('interviews.answer', 'select, insert, update, delete');

-- Concerns of a pursuit, with what answers them.
create table interviews.concern (
    workspace_id uuid        not null,
    concern_id   uuid        not null,
    pursuit_id   uuid,
    meeting_id   uuid,                   -- whose debrief it comes from
    words        text        not null,
    folded       text        not null,   -- the same concern is kept once in a pursuit
    answer       text        not null,
    noted_at     timestamptz not null,
    primary key (workspace_id, concern_id)
);
create unique index concern_once on interviews.concern (workspace_id, coalesce(pursuit_id, meeting_id), folded);
call database.protect('interviews.concern', 'select, insert, update, delete');

-- A question that was asked in meetings: its words once. Blank where whoever told it was erased.
create table interviews.question (
    workspace_id uuid        not null,
    question_id  uuid        not null,
    words        text        not null,
    folded       text        not null,
    learned_at   timestamptz not null,
    removed_at   timestamptz,
    primary key (workspace_id, question_id),
    unique (workspace_id, folded)
);
call database.protect('interviews.question', 'select, insert, update, delete');

-- Who asked it, for which company, in what kind of meeting. No candidate: only the debrief knows them.
create table interviews.asked (
    workspace_id uuid not null,
    question_id  uuid not null,
    asked_id     uuid not null,
    company      text not null,
    folded       text not null,          -- the company, as it is compared
    person_id    uuid,                   -- the interviewer
    kind         text not null,
    asked_on     date not null,
    meeting_id   uuid,                   -- whose debrief told it; null where that was removed
    primary key (workspace_id, asked_id),
    foreign key (workspace_id, question_id) references interviews.question on delete cascade
);
create index asked_by_question on interviews.asked (workspace_id, question_id);
create index asked_by_company on interviews.asked (workspace_id, folded);      -- what is likely to be asked there
create index asked_by_meeting on interviews.asked (workspace_id, meeting_id);  -- learning a debrief again
call database.protect('interviews.asked', 'select, insert, update, delete');
