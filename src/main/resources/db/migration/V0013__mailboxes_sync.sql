-- UIDNEXT when a folder was proven. While it, UIDVALIDITY and the count stay, no message came and none went, so that
-- the proof can be renewed without asking for every UID.
alter table mailboxes.folder add column uid_next bigint not null default 0;
