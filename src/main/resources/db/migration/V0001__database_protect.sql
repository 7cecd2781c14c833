-- Every table is protected the same way: row-level security, forced even on the owner, and only the
-- rights that its module needs. The workspace is set per transaction with
--   set local politely.workspace = '…'
-- and an unset or empty setting is an error, so that a forgotten workspace closes instead of opening.
create schema database;

create procedure database.protect(target regclass, rights text)
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy workspace on %s
             using      (workspace_id = current_setting(''politely.workspace'')::uuid)
             with check (workspace_id = current_setting(''politely.workspace'')::uuid)', target);
    execute format('grant %s on %s to politely_app', rights, target);
end
$$;

-- The planner knows nothing of a table that just grew, until autovacuum looks at it a minute later: then
-- every index that begins with workspace_id looks equally good to it, and an import reads a workspace
-- from end to end for each row. This looks at once at the tables that trebled since the last time. Only
-- their owner may, hence "security definer"; two at once would wait for each other, so one of them goes on.
create procedure database.refresh_statistics()
language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
    target regclass;
begin
    if not pg_try_advisory_xact_lock(hashtext('politely.database.refresh_statistics')) then
        return;
    end if;
    for target in
        select c.oid
          from pg_class c
         where c.relkind = 'r'
           and c.relowner = (select r.oid from pg_roles r where r.rolname = current_user)
           and pg_relation_size(c.oid) / current_setting('block_size')::bigint > 3 * greatest(c.relpages, 0)
         order by c.oid
    loop
        execute format('analyze %s', target);
    end loop;
end
$$;
grant usage on schema database to politely_app;
grant execute on procedure database.refresh_statistics() to politely_app;
