-- Who was named by an import that was taken back, and by nothing else, is nobody.
alter table people.person drop constraint person_kind_check;
alter table people.person add constraint person_kind_check check (kind in ('person', 'role', 'list', 'automatic', 'nobody'));

create schema contacts;
grant usage on schema contacts to politely_app;

-- One import at a time in a workspace: two of the same file must not count a row twice.
create table contacts.writer (
    workspace_id uuid primary key
);
call database.protect('contacts.writer', 'select, insert, update');

create table contacts.contact_import (
    workspace_id uuid        not null,
    import_id    uuid        not null,
    file         text        not null,
    kind         text        not null check (kind in ('linkedin', 'vcard', 'table')),
    began_at     timestamptz not null,
    begun_by     uuid        not null,
    rows_new     integer     not null,
    rows_known   integer     not null,     -- an earlier import has them
    rows_empty   integer     not null,     -- they name nobody
    people_new   integer     not null,
    merged       integer     not null,     -- people whom a row names by two addresses
    remarks      text[]      not null,     -- what was left out, in sentences
    undone_at    timestamptz,
    primary key (workspace_id, import_id)
);
create index contact_import_newest on contacts.contact_import (workspace_id, began_at desc);    -- the list of imports
call database.protect('contacts.contact_import', 'select, insert, update');

-- What was read once; by its hash it is known the second time. Everything here names a row of people (the
-- mailbox under which somebody is met); whom the user sees is told by people.shown.
create table contacts.source_row (
    workspace_id uuid   not null,
    row_hash     text   not null,
    import_id    uuid   not null,
    person_id    uuid   not null,
    addresses    text[] not null,       -- the sightings that it was: taken back with the import
    name         text   not null,
    primary key (workspace_id, row_hash),
    foreign key (workspace_id, import_id) references contacts.contact_import
);
create index source_row_by_import on contacts.source_row (workspace_id, import_id, name);   -- undoing, and whom it named
call database.protect('contacts.source_row', 'select, insert, delete');

-- A row that names two addresses of one person merged them: undone with the import.
create table contacts.import_merge (
    workspace_id uuid not null,
    import_id    uuid not null,
    merge_id     uuid not null,
    primary key (workspace_id, import_id, merge_id),
    foreign key (workspace_id, import_id) references contacts.contact_import
);
call database.protect('contacts.import_merge', 'select, insert');

create table contacts.fact (
    workspace_id uuid        not null,
    fact_id      uuid        not null,
    person_id    uuid        not null,
    kind         text        not null check (kind in ('role', 'phone', 'link', 'mail', 'note', 'tag')),
    words        text        not null,  -- the job title, the number, the address, the note, the tag
    company      text        not null,  -- of a role; else ''
    since        date,                  -- of a profile: the day on which they connected, where it is told
    told_at      timestamptz not null,
    told_by      uuid,                  -- a member; null: an import
    import_id    uuid,
    removed_at   timestamptz,
    primary key (workspace_id, fact_id),
    foreign key (workspace_id, import_id) references contacts.contact_import,
    check ((told_by is null) <> (import_id is null)),
    check (words <> '' or company <> '')
);
create index fact_by_person on contacts.fact (workspace_id, person_id);     -- the facts of a person
create index fact_by_import on contacts.fact (workspace_id, import_id);     -- undoing
call database.protect('contacts.fact', 'select, insert, update, delete');

-- What the columns under a header mean: said once, remembered.
create table contacts.mapping (
    workspace_id uuid   not null,
    header       text   not null,
    fields       text[] not null,
    primary key (workspace_id, header)
);
call database.protect('contacts.mapping', 'select, insert, update');
