-- A calendar goes on telling of a meeting to which nobody came: that it did not take place is the user's word. One that is
-- moved afterwards has another start, and counts again.
alter table calendar.meeting add column missed_at timestamptz;   -- the start at which it did not take place, or null
