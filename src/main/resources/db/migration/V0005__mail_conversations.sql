-- Threading. A component is everything that could possibly belong together: messages that mention a
-- common id (their own, a referenced one) or share a base subject or a provider's thread id. It is a
-- union-find: a component only ever grows, in whatever order messages arrive. Conversations are
-- decided inside a component, always from all of its messages, so that order does not matter.
create table mail.mention (
    workspace_id uuid   not null,
    mention      bigint not null,           -- 64-bit hash; a collision only makes a component larger
    component_id uuid   not null,
    primary key (workspace_id, mention)
);
create index mention_by_component on mail.mention (workspace_id, component_id);   -- joining two components
call database.protect('mail.mention', 'select, insert, update');

create table mail.conversation (
    workspace_id    uuid        not null,
    conversation_id uuid        not null,
    subject         text        not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    message_count   integer     not null,
    change_number   bigint      not null,   -- grows with every change; readers keep a cursor on it
    merged_into     uuid,                   -- set: this one is part of another now, and has no messages
    primary key (workspace_id, conversation_id)
);
create index conversation_by_change on mail.conversation (workspace_id, change_number);  -- the ledger's catch-up
create index conversation_by_last on mail.conversation (workspace_id, last_at desc, conversation_id);  -- the list of conversations
call database.protect('mail.conversation', 'select, insert, update');

create table mail.change_counter (
    workspace_id uuid   primary key,
    last_number  bigint not null
);
call database.protect('mail.change_counter', 'select, insert, update');

create table mail.thread (
    workspace_id      uuid        not null,
    message_id        uuid        not null,
    component_id      uuid        not null,
    conversation_id   uuid,                 -- null: not threaded yet
    parent_message_id uuid,
    joined_by         text        not null check (joined_by in ('waiting', 'root', 'headers', 'provider', 'judgement', 'user')),
    confidence        real        not null,
    sent_at           timestamptz not null, -- as in mail.message, which never changes it
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references mail.message,
    foreign key (workspace_id, conversation_id) references mail.conversation
);
create index thread_by_component on mail.thread (workspace_id, component_id);                  -- threading a component again
create index thread_by_conversation on mail.thread (workspace_id, conversation_id, sent_at);   -- the messages of a conversation
call database.protect('mail.thread', 'select, insert, update');

-- Components with messages that were not threaded yet.
create table mail.stale_component (
    workspace_id uuid not null,
    component_id uuid not null,
    primary key (workspace_id, component_id)
);
call database.protect('mail.stale_component', 'select, insert, update, delete');

-- Who takes part in a conversation, for the pages of a person and a company.
create table mail.participant (
    workspace_id    uuid        not null,
    address         text        not null,
    conversation_id uuid        not null,
    wrote           integer     not null,   -- messages from this address
    received        integer     not null,   -- messages to or cc this address
    last_at         timestamptz not null,
    primary key (workspace_id, address, conversation_id),
    foreign key (workspace_id, conversation_id) references mail.conversation
);
create index participant_by_conversation on mail.participant (workspace_id, conversation_id);  -- who is in a conversation
call database.protect('mail.participant', 'select, insert, update, delete');

-- Two conversations that may be one, with too little confidence to join them without asking.
create table mail.suggested_join (
    workspace_id      uuid not null,
    message_id        uuid not null,        -- the message without reply headers
    parent_message_id uuid not null,        -- what it may answer
    confidence        real not null,
    reason            text not null,
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references mail.message,
    foreign key (workspace_id, parent_message_id) references mail.message
);
call database.protect('mail.suggested_join', 'select, insert, update, delete');

-- What the user said of a join; wins over headers and judgement, and can be undone.
create table mail.join_decision (
    workspace_id      uuid        not null,
    decision_id       uuid        not null,
    message_id        uuid        not null,
    parent_message_id uuid        not null,
    verdict           text        not null check (verdict in ('join', 'apart')),
    decided_at        timestamptz not null,
    undone_at         timestamptz,
    primary key (workspace_id, decision_id),
    foreign key (workspace_id, message_id) references mail.message,
    foreign key (workspace_id, parent_message_id) references mail.message
);
create index join_decision_by_message on mail.join_decision (workspace_id, message_id);  -- threading a component again
call database.protect('mail.join_decision', 'select, insert, update');
