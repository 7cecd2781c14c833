-- Addresses, and the mailboxes that they lie in: "ada+jobs@example.org" is a tag on "ada@example.org". As
-- EmailAddress.withoutTag has it.
create function people.with_mailboxes(addresses text[])
returns text[]
language sql immutable
as $$
    select addresses || array(select regexp_replace(a.address, '^([^+@]+)\+.*@([^@]+)$', '\1@\2')
                                from unnest(addresses) as a (address))
$$;
grant execute on function people.with_mailboxes(text[]) to politely_app;

-- Whom of these nothing may be sent to, and why: the oldest stop in force; null where there is none. Who stops
-- a mailbox stops it with every tag; who stops a tag, for example because it bounces, stops only that.
create or replace function outbox.stop_against(workspace uuid, recipients text[])
returns uuid
language sql stable
as $$
    select d.stop_id
      from outbox.do_not_contact d
     where d.workspace_id = workspace
       and d.lifted_at is null
       and (   (d.scope = 'address' and d.value = any (people.with_mailboxes(recipients)))
            or (d.scope = 'person'
                and d.value = any (people.person_ids(workspace, people.with_mailboxes(recipients))))
            or (d.scope = 'domain' and exists (select 1
                                                 from unnest(recipients) as r (address)
                                                where r.address like '%@' || d.value
                                                   or r.address like '%.' || d.value)))
     order by d.since, d.stop_id
     limit 1
$$;
