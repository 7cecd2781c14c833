-- Which process reads an account. Reading twice does no harm, it only asks the server twice: so a lease is enough,
-- and whoever slept through its end may still write what it has read.
alter table mailboxes.account add column reader     uuid;          -- null: nobody yet
alter table mailboxes.account add column read_until timestamptz;   -- another may take it over then; renewed while it is read
