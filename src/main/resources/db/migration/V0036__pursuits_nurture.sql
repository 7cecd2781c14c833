-- When to write again to those of a pursuit that ended, and why then.
create table pursuits.nurture (
    workspace_id uuid not null,
    pursuit_id   uuid not null,
    on_day       date not null,
    why          text not null,   -- a sentence, or ''
    primary key (workspace_id, pursuit_id),
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
create index nurture_by_day on pursuits.nurture (workspace_id, on_day);     -- Today
call database.protect('pursuits.nurture', 'select, insert, update, delete');

alter table pursuits.step drop constraint step_what_check;
alter table pursuits.step add constraint step_what_check
    check (what in ('state', 'stage', 'joined', 'left', 'time', 'outcome', 'told', 'status-page', 'answered', 'nurture'));
