-- What an outsider opens without signing in, to see where things stand for them. As with sessions, the address carries
-- the workspace in clear, so that the row is looked up under row-level security; of the secret only the SHA-256 is kept.
create table pursuits.status_link (
    workspace_id uuid        not null,
    link_id      uuid        not null,
    token_hash   bytea       not null,
    pursuit_id   uuid        not null,
    person_id    uuid        not null,
    made_at      timestamptz not null,
    made_by      uuid        not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    primary key (workspace_id, link_id),
    foreign key (workspace_id, pursuit_id, person_id) references pursuits.part
);
create unique index status_link_by_token on pursuits.status_link (workspace_id, token_hash);     -- whoever opens it
create index status_link_by_pursuit on pursuits.status_link (workspace_id, pursuit_id, made_at);  -- the page of the pursuit
call database.protect('pursuits.status_link', 'select, insert, update');

-- What they answered there. The position is what makes a form good for one answer.
create table pursuits.status_answer (
    workspace_id uuid        not null,
    link_id      uuid        not null,
    position     integer     not null,
    at           timestamptz not null,
    interested   boolean,               -- null: they did not say
    changed      text        not null check (char_length(changed) <= 1000),
    primary key (workspace_id, link_id, position),
    foreign key (workspace_id, link_id) references pursuits.status_link,
    check (interested is not null or changed <> '')
);
call database.protect('pursuits.status_answer', 'select, insert');

alter table pursuits.step drop constraint step_what_check;
alter table pursuits.step add constraint step_what_check
    check (what in ('state', 'stage', 'joined', 'left', 'time', 'outcome', 'told', 'status-page', 'answered'));
