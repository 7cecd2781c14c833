-- Every address behind which the same persons are as behind these.
create function people.all_addresses(workspace uuid, addresses text[])
returns text[]
language sql stable
as $$
    select coalesce(array_agg(distinct other.address), addresses) || addresses
      from people.address met
      join people.person row_of on row_of.workspace_id = met.workspace_id and row_of.person_id = met.person_id
      join people.person same on same.workspace_id = row_of.workspace_id and same.current_id = row_of.current_id
      join people.address other on other.workspace_id = same.workspace_id and other.person_id = same.person_id
     where met.workspace_id = workspace
       and met.address = any (addresses)
$$;
grant execute on function people.all_addresses(uuid, text[]) to politely_app;

-- Every id that the persons behind these addresses have or had, as text.
create function people.person_ids(workspace uuid, addresses text[])
returns text[]
language sql stable
as $$
    select coalesce(array_agg(distinct same.person_id::text), '{}')
      from people.address met
      join people.person row_of on row_of.workspace_id = met.workspace_id and row_of.person_id = met.person_id
      join people.person same on same.workspace_id = row_of.workspace_id and same.current_id = row_of.current_id
     where met.workspace_id = workspace
       and met.address = any (addresses)
$$;
grant execute on function people.person_ids(uuid, text[]) to politely_app;

-- Every address of a person, under whichever of the ids that the person has or had.
create function people.addresses_of(workspace uuid, person text)
returns text[]
language sql stable
as $$
    select coalesce(array_agg(distinct a.address), '{}')
      from people.person row_of
      join people.person same on same.workspace_id = row_of.workspace_id and same.current_id = row_of.current_id
      join people.address a on a.workspace_id = same.workspace_id and a.person_id = same.person_id
     where row_of.workspace_id = workspace
       and row_of.person_id::text = person
$$;
grant execute on function people.addresses_of(uuid, text) to politely_app;
