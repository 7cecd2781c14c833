-- Which letter said a reason to write: where that is withdrawn, it is one again.
alter table cadence.news add column outgoing_id uuid;
