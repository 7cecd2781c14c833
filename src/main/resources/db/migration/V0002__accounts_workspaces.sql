create schema accounts;
grant usage on schema accounts to politely_app;

create table accounts.workspace (
    workspace_id uuid        primary key,
    name         text        not null,
    created_at   timestamptz not null
);
call database.protect('accounts.workspace', 'select, insert, update');

create table accounts.member (
    workspace_id  uuid        not null references accounts.workspace,
    member_id     uuid        not null,
    address       text        not null,
    name          text        not null,
    role          text        not null check (role in ('owner', 'member')),
    password_hash text,       -- null: signs in by link only
    zone          text        not null,
    created_at    timestamptz not null,
    primary key (workspace_id, member_id),
    unique (workspace_id, address)
);
call database.protect('accounts.member', 'select, insert, update');

-- Mailboxes that are "us": a message from one of them is ours.
create table accounts.own_address (
    workspace_id uuid        not null references accounts.workspace,
    address      text        not null,
    added_at     timestamptz not null,
    primary key (workspace_id, address)
);
call database.protect('accounts.own_address', 'select, insert, delete');

-- A token carries its workspace in clear, so that it is looked up under row-level security; only the
-- SHA-256 of its secret half is kept.
create table accounts.sign_in_link (
    workspace_id uuid        not null,
    token_hash   bytea       not null,
    member_id    uuid        not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, member_id) references accounts.member
);
call database.protect('accounts.sign_in_link', 'select, insert, update, delete');

create table accounts.session (
    workspace_id uuid        not null,
    token_hash   bytea       not null,
    member_id    uuid        not null,
    created_at   timestamptz not null,
    seen_at      timestamptz not null,
    primary key (workspace_id, token_hash),
    foreign key (workspace_id, member_id) references accounts.member
);
call database.protect('accounts.session', 'select, insert, update, delete');

-- The one way from an address to its workspace before anybody is signed in: a pointer by hash,
-- without personal data, and therefore outside row-level security.
create table accounts.sign_in_pointer (
    address_hash bytea not null,
    workspace_id uuid  not null,
    primary key (address_hash, workspace_id)
);
grant select, insert, delete on accounts.sign_in_pointer to politely_app;

-- Which workspaces exist here, for jobs and the command line: ids only.
create table accounts.workspace_pointer (
    workspace_id uuid primary key
);
grant select, insert on accounts.workspace_pointer to politely_app;
