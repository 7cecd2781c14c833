-- A decision is an example of what the reading should have said: beside what the user said stands
-- what the ledger said by itself at that moment. Null: decided before this was kept.
alter table ledger.decision
    add column said            text check (said in ('ours', 'theirs', 'scheduled', 'nobodys', 'closed', 'unsure')),
    add column said_confidence double precision,
    add column said_by_reading integer,            -- the version of the reading that said so
    add constraint decision_said_whole
        check ((said is null) = (said_confidence is null) and (said is null) = (said_by_reading is null));

create index decision_by_time on ledger.decision (workspace_id, decided_at desc, decision_id desc)
    where undone_at is null;                       -- the report
