-- The address under which a member's calendar reads what is due. As with sessions, it carries the workspace in clear, so
-- that the row is looked up under row-level security; of the secret only the SHA-256 is kept. One for each member: a
-- new one takes the place of the former.
create table cadence.feed (
    workspace_id uuid        not null,
    member_id    uuid        not null,
    token_hash   bytea       not null,
    made_at      timestamptz not null,
    primary key (workspace_id, member_id)
);
create unique index feed_by_token on cadence.feed (workspace_id, token_hash);    -- whoever reads it
call database.protect('cadence.feed', 'select, insert, update, delete');
