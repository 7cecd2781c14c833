create schema pursuits;
grant usage on schema pursuits to politely_app;

-- Whom the user sees for a person who may have been merged.
create function people.current_person(workspace uuid, one uuid)
returns uuid
language sql stable
as $$
    select current_id
      from people.person
     where workspace_id = workspace
       and person_id = one
$$;
grant execute on function people.current_person(uuid, uuid) to politely_app;

-- The same for everybody, to be joined: the planner sees through it to the table.
create function people.shown(workspace uuid)
returns table (person_id uuid, current_id uuid)
language sql stable
as $$
    select person.person_id, person.current_id
      from people.person
     where person.workspace_id = workspace
$$;
grant execute on function people.shown(uuid) to politely_app;

-- The stages that a workspace made its own; while a kind has none here, those of policy/stages.json hold.
create table pursuits.stage (
    workspace_id uuid    not null,
    kind         text    not null check (kind in ('job', 'search', 'deal')),
    stage        text    not null,      -- a word that stays when the name changes
    name         text    not null,
    position     integer not null,
    primary key (workspace_id, kind, stage)
);
call database.protect('pursuits.stage', 'select, insert, update, delete');

create table pursuits.pursuit (
    workspace_id uuid        not null,
    pursuit_id   uuid        not null,
    kind         text        not null check (kind in ('job', 'search', 'deal')),
    title        text        not null,
    company      text        not null,  -- as the user calls it, or ''
    company_id   uuid,                  -- where a company of that name or domain is known
    source       text        not null check (source in ('cold', 'referral', 'recruiter', 'inbound', '')),
    stage        text        not null,
    state        text        not null check (state in ('open', 'paused', 'closing', 'closed')),
    paused_until date,
    posting_url  text        not null,
    posting      text        not null,  -- its text, as it was read
    notes        text        not null,
    opened_at    timestamptz not null,
    changed_at   timestamptz not null,
    primary key (workspace_id, pursuit_id),
    check ((state = 'paused') = (paused_until is not null))
);
create index pursuit_by_state on pursuits.pursuit (workspace_id, state, changed_at desc, pursuit_id);   -- board and list
create index pursuit_by_company on pursuits.pursuit (workspace_id, company_id);                         -- those of a company
call database.protect('pursuits.pursuit', 'select, insert, update');

-- What happened to a pursuit or to one person in it: when, by whom and why. Never changed.
create table pursuits.step (
    workspace_id uuid        not null,
    pursuit_id   uuid        not null,
    position     bigint      not null generated always as identity,
    person_id    uuid,                  -- whose stage or outcome; null: the pursuit's own
    at           timestamptz not null,
    what         text        not null check (what in ('state', 'stage', 'joined', 'left', 'time', 'outcome', 'told')),
    before       text        not null,
    after        text        not null,
    by           text        not null,  -- a member's id, or what acted: "the outbox"
    why          text        not null,  -- a sentence, or ''
    primary key (workspace_id, pursuit_id, position),
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
call database.protect('pursuits.step', 'select, insert');

-- Who is in a pursuit, and as what.
create table pursuits.part (
    workspace_id uuid        not null,
    pursuit_id   uuid        not null,
    person_id    uuid        not null,
    role         text        not null check (role in ('hiring-manager', 'recruiter', 'gatekeeper', 'sponsor', 'connector', 'candidate', 'client', 'reference')),
    stage        text        not null,  -- a candidate's own, '' for others
    joined_at    timestamptz not null,
    left_at      timestamptz,
    primary key (workspace_id, pursuit_id, person_id),
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
create index part_by_person on pursuits.part (workspace_id, person_id);     -- the pursuits of a person
call database.protect('pursuits.part', 'select, insert, update');

create table pursuits.requirement (
    workspace_id   uuid    not null,
    pursuit_id     uuid    not null,
    requirement_id uuid    not null,
    words          text    not null,
    position       integer not null,
    primary key (workspace_id, pursuit_id, requirement_id),
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
call database.protect('pursuits.requirement', 'select, insert, update, delete');

-- What was shown or sent for it: which version of a résumé, a letter, a pitch.
create table pursuits.material (
    workspace_id uuid        not null,
    pursuit_id   uuid        not null,
    material_id  uuid        not null,
    kind         text        not null check (kind in ('resume', 'cover-letter', 'pitch', 'work-sample', 'other')),
    name         text        not null,
    used_at      timestamptz not null,
    primary key (workspace_id, pursuit_id, material_id),
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
call database.protect('pursuits.material', 'select, insert, delete');

-- Time that somebody spent. Theirs makes a debt of ours, ours makes one of theirs.
create table pursuits.time_given (
    workspace_id uuid        not null,
    time_id      uuid        not null,
    pursuit_id   uuid        not null,
    person_id    uuid        not null,
    by_us        boolean     not null,
    kind         text        not null check (kind in ('application', 'interview', 'meeting', 'work-sample', 'introduction')),
    given_at     timestamptz not null,
    note         text        not null,
    taken_back   timestamptz,           -- it was entered by mistake
    primary key (workspace_id, time_id),
    foreign key (workspace_id, pursuit_id, person_id) references pursuits.part
);
create index time_given_in_force on pursuits.time_given (workspace_id, pursuit_id, person_id) where taken_back is null;  -- who is owed an outcome
call database.protect('pursuits.time_given', 'select, insert, update');

-- How a pursuit ended for one person. The last one that was not taken back is in force.
create table pursuits.outcome (
    workspace_id    uuid        not null,
    outcome_id      uuid        not null,
    pursuit_id      uuid        not null,
    person_id       uuid        not null,
    from_us         boolean     not null,   -- we tell them; else they told us
    result          text        not null check (result in ('won', 'offer-declined', 'not-chosen', 'withdrawn-by-them', 'withdrawn-by-us', 'paused', 'no-decision', 'silent')),
    internal_reason text        not null,
    told_reason     text        not null,   -- '' where none needs to be told
    requirement_id  uuid,                   -- what the told reason names: a requirement, or
    circumstance_on date,                   -- the day of a circumstance
    draft_id        uuid,                   -- the letter that tells it, while it is written
    decided_at      timestamptz not null,
    decided_by      text        not null,
    taken_back      timestamptz,
    primary key (workspace_id, outcome_id),
    foreign key (workspace_id, pursuit_id, person_id) references pursuits.part,
    check (told_reason = '' or requirement_id is not null or circumstance_on is not null)
);
create unique index outcome_in_force on pursuits.outcome (workspace_id, pursuit_id, person_id, from_us) where taken_back is null;  -- one at a time
call database.protect('pursuits.outcome', 'select, insert, update');

-- How an outcome reaches its person.
create table pursuits.telling (
    workspace_id uuid        not null,
    telling_id   uuid        not null,
    outcome_id   uuid        not null,
    way          text        not null check (way in ('mail', 'phone', 'in-person')),
    internet_id  text        not null,  -- the Message-ID of the mail, fixed before it is planned; '' for other ways
    state        text        not null check (state in ('waiting', 'delivered', 'failed', 'came-back', 'taken-back')),
    reason       text        not null,  -- why it failed or came back, a sentence, or ''
    at           timestamptz not null,
    by           text        not null,
    primary key (workspace_id, telling_id),
    foreign key (workspace_id, outcome_id) references pursuits.outcome
);
create index telling_by_outcome on pursuits.telling (workspace_id, outcome_id);             -- whether it was delivered
create index telling_by_mail on pursuits.telling (workspace_id, at) where way = 'mail' and state in ('waiting', 'delivered');  -- what the outbox may have news of
call database.protect('pursuits.telling', 'select, insert, update');

-- Conversations that belong to a pursuit, or do not, because the user said so.
create table pursuits.conversation (
    workspace_id    uuid        not null,
    pursuit_id      uuid        not null,
    conversation_id uuid        not null,
    belongs         boolean     not null,
    said_at         timestamptz not null,
    primary key (workspace_id, pursuit_id, conversation_id),
    foreign key (workspace_id, pursuit_id) references pursuits.pursuit
);
call database.protect('pursuits.conversation', 'select, insert, update, delete');

-- The law by which outcomes are due, where the user turned one on.
create table pursuits.setting (
    workspace_id uuid not null,
    law          text not null,
    primary key (workspace_id)
);
call database.protect('pursuits.setting', 'select, insert, update');

-- Up to which change of conversations bounces of tellings were looked for.
create table pursuits.heard (
    workspace_id  uuid   not null,
    change_number bigint not null,
    primary key (workspace_id)
);
call database.protect('pursuits.heard', 'select, insert, update');

-- Who gave time and has no outcome that was delivered since: the one definition of it.
create function pursuits.left_hanging(workspace uuid, one uuid)
returns setof uuid
language sql stable
as $$
    select distinct people.current_person(workspace, given.person_id)
      from pursuits.time_given given
     where given.workspace_id = workspace
       and given.pursuit_id = one
       and given.taken_back is null
       and not given.by_us
       and not exists (select 1
                         from pursuits.outcome
                         join pursuits.telling on telling.workspace_id = outcome.workspace_id and telling.outcome_id = outcome.outcome_id
                        where outcome.workspace_id = workspace
                          and outcome.pursuit_id = one
                          and outcome.from_us
                          and outcome.taken_back is null
                          and telling.state = 'delivered'
                          and telling.at >= given.given_at
                          and people.current_person(workspace, outcome.person_id) = people.current_person(workspace, given.person_id))
$$;
grant execute on function pursuits.left_hanging(uuid, uuid) to politely_app;

-- The gate: asked when a transaction that touched any of this commits. The share lock makes two of them at once
-- wait for each other, and each statement sees what was committed before it: whoever comes second is refused.
create procedure pursuits.refuse_closed_over_somebody(workspace uuid, one uuid)
language plpgsql
as $$
declare
    state_now text;
begin
    select state
      into state_now
      from pursuits.pursuit
     where workspace_id = workspace
       and pursuit_id = one
       for share;
    if state_now = 'closed' and exists (select 1 from pursuits.left_hanging(workspace, one)) then
        raise exception 'A pursuit cannot be closed while somebody in it waits for an outcome'
              using errcode = 'check_violation', constraint = 'close_over_nobody';
    end if;
end
$$;
grant execute on procedure pursuits.refuse_closed_over_somebody(uuid, uuid) to politely_app;

create function pursuits.close_over_nobody()
returns trigger
language plpgsql
as $$
begin
    call pursuits.refuse_closed_over_somebody(new.workspace_id, new.pursuit_id);
    return null;
end
$$;

create function pursuits.tell_nobody_less()
returns trigger
language plpgsql
as $$
declare
    told_in uuid;
begin
    select pursuit_id
      into told_in
      from pursuits.outcome
     where workspace_id = new.workspace_id
       and outcome_id = new.outcome_id;
    call pursuits.refuse_closed_over_somebody(new.workspace_id, told_in);
    return null;
end
$$;

create constraint trigger close_over_nobody after insert or update on pursuits.pursuit
    deferrable initially deferred for each row execute function pursuits.close_over_nobody();
create constraint trigger close_over_nobody after insert or update on pursuits.time_given
    deferrable initially deferred for each row execute function pursuits.close_over_nobody();
create constraint trigger close_over_nobody after insert or update on pursuits.outcome
    deferrable initially deferred for each row execute function pursuits.close_over_nobody();
create constraint trigger close_over_nobody after insert or update on pursuits.telling
    deferrable initially deferred for each row execute function pursuits.tell_nobody_less();
