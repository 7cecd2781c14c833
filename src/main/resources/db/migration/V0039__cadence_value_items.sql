-- Something new and useful for whoever gets it: an article, an introduction, an answer, a result, a question.
create table cadence.value_item (
    workspace_id uuid        not null,
    item_id      uuid        not null,
    kind         text        not null check (kind in ('article', 'introduction', 'answer', 'result', 'question')),
    title        text        not null check (title <> ''),
    words        text        not null,      -- what they can do with it, a sentence, or ''
    link         text        not null,      -- where it lies, or ''
    added_at     timestamptz not null,
    added_by     uuid        not null,
    removed_at   timestamptz,
    primary key (workspace_id, item_id)
);
call database.protect('cadence.value_item', 'select, insert, update');

-- The same never goes to a person twice.
create table cadence.value_use (
    workspace_id uuid        not null,
    item_id      uuid        not null,
    person_id    uuid        not null,
    outgoing_id  uuid        not null,
    used_at      timestamptz not null,
    primary key (workspace_id, item_id, person_id),
    foreign key (workspace_id, item_id) references cadence.value_item
);
create index value_use_by_person on cadence.value_use (workspace_id, person_id);    -- what they had already
call database.protect('cadence.value_use', 'select, insert, update, delete');

-- A reason to write that came up meanwhile: their news, a new job, the day a year after a promise.
create table cadence.news (
    workspace_id uuid        not null,
    news_id      uuid        not null,
    person_id    uuid        not null,
    words        text        not null check (words <> ''),
    source       text        not null,      -- where it is from, or ''
    noted_at     timestamptz not null,
    noted_by     uuid        not null,
    used_at      timestamptz,               -- when a letter said it
    removed_at   timestamptz,
    primary key (workspace_id, news_id)
);
create index news_by_person on cadence.news (workspace_id, person_id);              -- what there is to say to them
call database.protect('cadence.news', 'select, insert, update, delete');
