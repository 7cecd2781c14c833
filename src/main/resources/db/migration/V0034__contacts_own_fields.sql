-- What else a workspace wants to know of people: fields of its own, each of one type.
create table contacts.field (
    workspace_id uuid        not null,
    field_id     uuid        not null,
    name         text        not null check (name <> ''),
    type         text        not null check (type in ('text', 'number', 'date', 'yes-no')),
    removed_at   timestamptz,
    primary key (workspace_id, field_id)
);
call database.protect('contacts.field', 'select, insert, update');

-- Of a field the newest value of a person holds; an empty one says that none does any more.
create table contacts.field_value (
    workspace_id uuid        not null,
    value_id     uuid        not null,
    field_id     uuid        not null,
    person_id    uuid        not null,      -- the row of people under which it was told
    words        text        not null,      -- as it is exported: 2026-06-26, 38.5, yes
    told_at      timestamptz not null,
    told_by      uuid        not null,
    primary key (workspace_id, value_id),
    foreign key (workspace_id, field_id) references contacts.field
);
create index field_value_by_person on contacts.field_value (workspace_id, person_id);  -- those of a person
create index field_value_by_field on contacts.field_value (workspace_id, field_id);     -- its foreign key
call database.protect('contacts.field_value', 'select, insert, update, delete');
