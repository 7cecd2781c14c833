-- In a search each candidate has concerns of their own: what worries a client about one is no word for the next.
alter table interviews.concern add column about_id uuid;         -- the candidate, in a search; else null
drop index interviews.concern_once;
create unique index concern_once on interviews.concern
    (workspace_id, coalesce(pursuit_id, meeting_id), coalesce(about_id, '00000000-0000-0000-0000-000000000000'), folded);
