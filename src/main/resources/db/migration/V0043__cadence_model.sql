-- The language model that may rewrite a draft when a user asks for it. No row: there is none, and nothing is ever asked.
create table cadence.model (
    workspace_id uuid        primary key,
    endpoint     text        not null,        -- the whole address that is asked
    name         text        not null,        -- of the model, as the endpoint calls it
    sealed_key   bytea,                       -- by a key outside the database; null: it wants none
    changed_at   timestamptz not null
);
call database.protect('cadence.model', 'select, insert, update, delete');
