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
