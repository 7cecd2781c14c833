-- What is taken out of a brief can be brought back.
alter table interviews.concern add column removed_at timestamptz;
