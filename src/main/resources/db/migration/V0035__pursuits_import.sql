-- Boards and lists of jobs from other programs. One import at a time in a workspace: two of the same file must not
-- open a job twice.
create table pursuits.import_writer (
    workspace_id uuid primary key
);
call database.protect('pursuits.import_writer', 'select, insert, update');

create table pursuits.import (
    workspace_id uuid        not null,
    import_id    uuid        not null,
    file         text        not null,
    kind         text        not null check (kind in ('table', 'trello', 'json', 'linkedin')),
    content      text        not null,      -- a hash of what all its jobs say, by which it goes on
    began_at     timestamptz not null,
    begun_by     uuid        not null,
    rows_total   integer     not null,
    rows_read    integer     not null,
    rows_new     integer     not null,
    rows_changed integer     not null,
    rows_known   integer     not null,      -- an earlier import said the same
    remarks      text[]      not null,      -- what was left out, in sentences
    ended_at     timestamptz,               -- null: it is not through
    undone_at    timestamptz,
    primary key (workspace_id, import_id)
);
create index import_newest on pursuits.import (workspace_id, began_at desc);    -- the list of imports
call database.protect('pursuits.import', 'select, insert, update');

-- What an import said about a job. What the one before said tells what the user changed since: that stays.
create table pursuits.import_row (
    workspace_id uuid not null,
    import_id    uuid not null,
    row_key      text not null,     -- a hash of whatever tells that two rows are about one job
    pursuit_id   uuid not null,
    title        text not null,
    company      text not null,
    posting_url  text not null,
    notes        text not null,
    stage        text not null,     -- the word of a stage, or 'ended'
    primary key (workspace_id, import_id, row_key),
    foreign key (workspace_id, import_id) references pursuits.import,
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
create index import_row_by_key on pursuits.import_row (workspace_id, row_key, import_id desc);      -- what was said last
create index import_row_by_pursuit on pursuits.import_row (workspace_id, pursuit_id);               -- the foreign key
call database.protect('pursuits.import_row', 'select, insert, update, delete');

-- What the columns under a header mean, and the stage that a column of a board is: said once, remembered.
create table pursuits.import_mapping (
    workspace_id uuid   not null,
    header       text   not null,
    fields       text[] not null,
    primary key (workspace_id, header)
);
call database.protect('pursuits.import_mapping', 'select, insert, update');

create table pursuits.import_stage (
    workspace_id uuid not null,
    name         text not null,     -- as the file calls it, in small letters
    stage        text not null,     -- the word of a stage, or 'ended'
    primary key (workspace_id, name)
);
call database.protect('pursuits.import_stage', 'select, insert, update');

-- An import that is taken back takes the jobs with it that it opened and nobody touched. The application itself
-- deletes no pursuit and no step: this does it for pursuits in which nobody is, and a part stands for ever, so
-- that nobody who gave time can go this way.
create procedure pursuits.take_back(workspace uuid, untouched uuid[])
language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
    delete from pursuits.step
     where step.workspace_id = workspace
       and step.pursuit_id = any (untouched)
       and not exists (select 1
                         from pursuits.part
                        where part.workspace_id = workspace
                          and part.pursuit_id = step.pursuit_id);
    delete from pursuits.pursuit
     where pursuit.workspace_id = workspace
       and pursuit.pursuit_id = any (untouched);
end
$$;
revoke execute on procedure pursuits.take_back(uuid, uuid[]) from public;
grant execute on procedure pursuits.take_back(uuid, uuid[]) to politely_app;
