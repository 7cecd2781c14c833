-- How long candidates are kept after the last of their searches closed; without a row: until somebody erases them.
create table privacy.retention (
    workspace_id uuid        not null primary key,
    months       integer     not null check (months between 1 and 120),
    set_by       uuid        not null,
    set_at       timestamptz not null
);
call database.protect('privacy.retention', 'select, insert, update, delete');

alter table privacy.erasure add column by_rule boolean not null default false;     -- nobody asked for it but the rule
create index erasure_kept on privacy.erasure (workspace_id, person_id, kept_at)
    where kept_at is not null;                                                     -- whom the rule leaves alone
