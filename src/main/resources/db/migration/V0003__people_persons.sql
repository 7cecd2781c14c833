create schema people;
grant usage on schema people to politely_app;

-- One writer at a time in a workspace: what was counted must not be counted by two at once.
create table people.writer (
    workspace_id uuid primary key
);
call database.protect('people.writer', 'select, insert, update');

create table people.company (
    workspace_id uuid not null,
    company_id   uuid not null,
    domain       text not null,   -- the registrable domain: "example.co.uk"
    primary key (workspace_id, company_id),
    unique (workspace_id, domain)
);
call database.protect('people.company', 'select, insert');

-- Whoever is behind a mailbox: one row per address without its tag, kept for ever. Messages keep
-- addresses, never persons, and a merge only points one row at another: both are undone without
-- touching anything else.
--
-- The first block is counted from messages: sums and facts only, so that their order cannot matter.
-- The second block is derived from it for everybody who stands for themselves.
create table people.person (
    workspace_id          uuid    not null,
    person_id             uuid    not null,
    mailbox               text    not null,   -- the address without tag under which this person is met
    company_id            uuid,               -- null: a mail provider's domain says nothing about a company
    sightings             bigint  not null,   -- in how many headers they were named
    wrote                 bigint  not null,   -- messages written by hand
    wrote_automatically   bigint  not null,   -- newsletters, notifications
    carries_list          boolean not null,   -- messages travelled through it as a mailing list
    named                 bigint  not null,   -- sightings with a usable name
    best_name             text    not null,   -- '' while none was seen
    best_name_times       bigint  not null,

    current_id            uuid    not null,   -- whom the user sees: itself, or the end of its merges
    given_name            text,               -- the name a user gave; null: none
    name                  text    not null,   -- as shown
    sort_name             text    not null collate "C",
    same_name             text    not null,   -- equal for two spellings of one full name; '' where it says too little
    kind                  text    not null check (kind in ('person', 'role', 'list', 'automatic')),

    primary key (workspace_id, person_id),
    unique (workspace_id, mailbox),
    foreign key (workspace_id, company_id) references people.company,
    foreign key (workspace_id, current_id) references people.person
) with (fillfactor = 80);       -- counters change often and are in no index
create index person_merged on people.person (workspace_id, current_id) where current_id <> person_id;  -- who was merged into a person
create index person_by_company on people.person (workspace_id, company_id);      -- the people of a company
create index person_by_name on people.person (workspace_id, kind, sort_name, person_id) where current_id = person_id;  -- the list of people
create index person_by_same_name on people.person (workspace_id, same_name) where same_name <> '' and current_id = person_id;  -- suggested merges
call database.protect('people.person', 'select, insert, update');

create table people.address (
    workspace_id uuid not null,
    address      text not null collate "C",   -- as met, with its tag; found by its first letters
    person_id    uuid not null,   -- the row of its mailbox; whom the user sees is that row's current_id
    primary key (workspace_id, address),
    foreign key (workspace_id, person_id) references people.person
);
create index address_by_person on people.address (workspace_id, person_id);    -- the addresses of a person
call database.protect('people.address', 'select, insert');

-- The letters by which people are found: a name from each of its words on ("ada lovelace", "lovelace"), and
-- the domain of the mailbox ("@example.org"). They are asked by range: under row-level security an index
-- serves only operators that are sure to give nothing away, and "like" is none of them.
create table people.beginning (
    workspace_id uuid not null,
    beginning    text not null collate "C",
    person_id    uuid not null,   -- the row of its mailbox
    primary key (workspace_id, beginning, person_id),
    foreign key (workspace_id, person_id) references people.person
);
call database.protect('people.beginning', 'select, insert, delete');

-- Each name under which a mailbox was met, and how often: the most frequent full one is shown.
create table people.name_seen (
    workspace_id uuid   not null,
    person_id    uuid   not null,
    name         text   not null,
    times        bigint not null,
    primary key (workspace_id, person_id, name),
    foreign key (workspace_id, person_id) references people.person
);
call database.protect('people.name_seen', 'select, insert, update');

-- The merges in force make a forest over persons; current_id is its root. Undoing one takes an edge
-- out, in whatever order, and each side is what it would be without it.
create table people.merge (
    workspace_id     uuid        not null,
    merge_id         uuid        not null,
    kept_person_id   uuid        not null,
    merged_person_id uuid        not null,
    merged_by        uuid        not null,
    merged_at        timestamptz not null,
    undone_at        timestamptz,
    primary key (workspace_id, merge_id),
    foreign key (workspace_id, kept_person_id) references people.person,
    foreign key (workspace_id, merged_person_id) references people.person,
    check (kept_person_id <> merged_person_id)
);
create index merge_by_kept on people.merge (workspace_id, kept_person_id) where undone_at is null;      -- what a person consists of
create index merge_by_merged on people.merge (workspace_id, merged_person_id) where undone_at is null;  -- the edge above a person
call database.protect('people.merge', 'select, insert, update');

-- "These two are not the same": a suggestion that was refused is not made again.
create table people.kept_apart (
    workspace_id uuid        not null,
    mailbox_a    text        not null,
    mailbox_b    text        not null,
    decided_at   timestamptz not null,
    primary key (workspace_id, mailbox_a, mailbox_b),
    check (mailbox_a < mailbox_b)
);
call database.protect('people.kept_apart', 'select, insert, delete');
