-- Search is built behind the ledger, from its own backlog: Today does not wait for it.
create table mail.search_backlog (
    workspace_id uuid not null,
    message_id   uuid not null,
    primary key (workspace_id, message_id)
);
call database.protect('mail.search_backlog', 'select, insert, update, delete');

create table mail.search (
    workspace_id uuid        not null,
    message_id   uuid        not null,
    sent_at      timestamptz not null,
    words        tsvector    not null,      -- subject (A), people (B), newest text (C), without word forms
    primary key (workspace_id, message_id),
    foreign key (workspace_id, message_id) references mail.message
);
alter table mail.search alter column words set statistics 0;   -- every query gives the time, too
create index search_by_words on mail.search using gin (words);                       -- rare words
create index search_by_time on mail.search (workspace_id, sent_at desc, message_id); -- common words, newest first
call database.protect('mail.search', 'select, insert, update');
