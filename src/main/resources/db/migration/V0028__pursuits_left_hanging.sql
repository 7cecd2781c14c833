-- The same definition as before, but the persons are joined: asking for whom each row stands took 70 ms for a search
-- of a thousand candidates, each time that it was looked at or closed.
create or replace function pursuits.left_hanging(workspace uuid, one uuid)
returns setof uuid
language sql stable
as $$
    select distinct coalesce(person.current_id, given.person_id)
      from pursuits.time_given given
      left join people.shown(workspace) person on person.person_id = given.person_id
     where given.workspace_id = workspace
       and given.pursuit_id = one
       and given.taken_back is null
       and not given.by_us
       and not exists (select 1
                         from pursuits.outcome
                         join pursuits.telling on telling.workspace_id = outcome.workspace_id and telling.outcome_id = outcome.outcome_id
                         left join people.shown(workspace) told on told.person_id = outcome.person_id
                        where outcome.workspace_id = workspace
                          and outcome.pursuit_id = one
                          and outcome.from_us
                          and outcome.taken_back is null
                          and telling.state = 'delivered'
                          and telling.at >= given.given_at
                          and coalesce(told.current_id, outcome.person_id) = coalesce(person.current_id, given.person_id))
$$;
