create schema people;
grant usage on schema people to politely_app;

create table people.company (
    workspace_id uuid not null,
    company_id   uuid not null,
    domain       text not null,   -- the registrable domain: "example.co.uk"
    primary key (workspace_id, company_id),
    unique (workspace_id, domain)
);
call database.protect('people.company', 'select, insert');

create table people.person (
    workspace_id uuid not null,
    person_id    uuid not null,
    named        text,            -- the name a user gave; null: the name most often seen
    primary key (workspace_id, person_id)
);
call database.protect('people.person', 'select, insert, update');

-- Messages keep addresses, never persons: merging two persons moves addresses, and can be undone
-- without touching a message.
create table people.address (
    workspace_id uuid not null,
    address      text not null,
    kind         text not null check (kind in ('person', 'role', 'list', 'automatic')),
    person_id    uuid not null,
    company_id   uuid,            -- null: a mail provider's domain says nothing about a company
    primary key (workspace_id, address),
    foreign key (workspace_id, person_id) references people.person,
    foreign key (workspace_id, company_id) references people.company
);
create index address_by_person on people.address (workspace_id, person_id);    -- the addresses of a person
create index address_by_company on people.address (workspace_id, company_id);  -- the people of a company
call database.protect('people.address', 'select, insert, update');

-- Each display name under which an address was met, and how often: the most frequent one is shown.
create table people.name_seen (
    workspace_id uuid   not null,
    address      text   not null,
    name         text   not null,
    times        bigint not null,
    primary key (workspace_id, address, name),
    foreign key (workspace_id, address) references people.address
);
call database.protect('people.name_seen', 'select, insert, update');

-- A merge is a dated row with what it moved, so that undoing it restores exactly that.
create table people.merge (
    workspace_id     uuid        not null,
    merge_id         uuid        not null,
    kept_person_id   uuid        not null,
    merged_person_id uuid        not null,
    addresses        text[]      not null,   -- those that belonged to the merged person
    merged_by        uuid        not null,
    merged_at        timestamptz not null,
    undone_at        timestamptz,
    primary key (workspace_id, merge_id),
    foreign key (workspace_id, kept_person_id) references people.person,
    foreign key (workspace_id, merged_person_id) references people.person
);
call database.protect('people.merge', 'select, insert, update');

-- "These two are not the same": a suggestion that was refused is not made again.
create table people.kept_apart (
    workspace_id uuid        not null,
    address_a    text        not null,
    address_b    text        not null,
    decided_at   timestamptz not null,
    primary key (workspace_id, address_a, address_b),
    check (address_a < address_b)
);
call database.protect('people.kept_apart', 'select, insert, delete');
