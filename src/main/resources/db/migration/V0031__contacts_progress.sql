-- People are taken in by the thousand rows, each thousand in a transaction of its own: an import that was
-- stopped or killed has its place here, and the same file goes on behind it.
alter table contacts.contact_import
    add column rows_total integer     not null default 0,
    add column rows_read  integer     not null default 0,
    add column content    text        not null default '',     -- a hash of what all rows say
    add column ended_at   timestamptz default now();           -- null: it is not through
alter table contacts.contact_import
    alter column rows_total drop default,
    alter column rows_read drop default,
    alter column content drop default,
    alter column ended_at drop default;
create index contact_import_unfinished on contacts.contact_import (workspace_id, content) where ended_at is null;  -- going on with a file
