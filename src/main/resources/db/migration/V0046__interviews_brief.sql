-- What the user wrote into briefs. What is about a person or a pursuit is there again in the next brief with them.
create table interviews.line (
    workspace_id uuid        not null,
    scope        text        not null check (scope in ('meeting', 'person', 'pursuit', 'own')),
    subject_id   uuid        not null,   -- the meeting, the person, the pursuit; the workspace where it is the user's own
    key          text        not null,   -- the field of policy/brief.json
    words        text        not null,
    source       text        not null,   -- where it is known from, or ''
    former       text        not null,   -- what stood there before
    written_at   timestamptz not null,
    primary key (workspace_id, scope, subject_id, key)
);
create index line_by_subject on interviews.line (workspace_id, subject_id);   -- a brief
call database.protect('interviews.line', 'select, insert, update, delete');

-- Answers that were said aloud before a meeting.
create table interviews.practice (
    workspace_id uuid        not null,
    practice_id  uuid        not null,
    meeting_id   uuid        not null,
    question     text        not null,
    seconds      integer     not null check (seconds between 0 and 3600),
    verdict      text        not null,   -- the user's own: 'good', 'again', or ''
    practised_at timestamptz not null,
    primary key (workspace_id, practice_id)
);
create index practice_by_meeting on interviews.practice (workspace_id, meeting_id);   -- a brief
call database.protect('interviews.practice', 'select, insert, update, delete');
