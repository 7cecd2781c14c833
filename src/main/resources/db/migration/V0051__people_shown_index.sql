-- What is kept about somebody is found by whom the user sees: without this, one person was looked for among all.
drop index people.person_merged;
create index person_shown on people.person (workspace_id, current_id);   -- the rows of a person: its own, and those merged into it
