-- What a member saw at an interview. Others read it when it was handed in, and theirs too.
create table interviews.scorecard (
    workspace_id uuid not null,
    meeting_id   uuid not null,
    member_id    uuid not null,
    handed_in_at timestamptz,
    primary key (workspace_id, meeting_id, member_id)
);
call database.protect('interviews.scorecard', 'select, insert, update, delete');

create table interviews.score (
    workspace_id   uuid not null,
    meeting_id     uuid not null,
    member_id      uuid not null,
    requirement_id uuid not null,
    seen           text not null check (seen in ('not-asked', 'nothing', 'some', 'clear', 'strong')),
    evidence       text not null,
    primary key (workspace_id, meeting_id, member_id, requirement_id),
    foreign key (workspace_id, meeting_id, member_id) references interviews.scorecard on delete cascade
);
call database.protect('interviews.score', 'select, insert, update, delete');
