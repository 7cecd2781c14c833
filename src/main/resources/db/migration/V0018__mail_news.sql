-- Every address of the persons behind these, and of those who bear the same full name, unless the user said that
-- they are others. Nobody is taken for somebody by it: whoever is written to just then may have answered from an
-- address of theirs that was never met, and a person looks.
create function people.possible_addresses(workspace uuid, addresses text[])
returns text[]
language sql stable
as $$
    select people.all_addresses(workspace, addresses) || coalesce(array_agg(distinct other.address), '{}')
      from people.address met
      join people.person row_of on row_of.workspace_id = met.workspace_id and row_of.person_id = met.person_id
      join people.person shown on shown.workspace_id = row_of.workspace_id and shown.person_id = row_of.current_id
      join people.person namesake on namesake.workspace_id = shown.workspace_id
                                 and namesake.same_name = shown.same_name
                                 and namesake.current_id = namesake.person_id
      join people.person same on same.workspace_id = namesake.workspace_id and same.current_id = namesake.person_id
      join people.address other on other.workspace_id = same.workspace_id and other.person_id = same.person_id
     where met.workspace_id = workspace
       and met.address = any (addresses)
       and shown.same_name <> ''
       and namesake.same_name <> ''
       and not exists (select 1
                         from people.kept_apart k
                        where k.workspace_id = workspace
                          and k.mailbox_a = least(shown.mailbox, namesake.mailbox)
                          and k.mailbox_b = greatest(shown.mailbox, namesake.mailbox))
$$;
grant execute on function people.possible_addresses(uuid, text[]) to politely_app;

-- Whether anybody answered since a moment: a message from one of these addresses, one that refers to one of these
-- ids, or one that belongs to the conversation of the message that is answered, may belong to it, or cannot be told
-- from one that does: it was not threaded yet, or is dated before what it would answer. So an answer without reply
-- headers counts, from a colleague too, as far as threading sees it. Ours does not count, nor what was both written
-- and delivered long before and is only found now; the date alone is the sender's clock. What came from a server and
-- could not be read may be anything: a person looks.
drop function mail.has_news(uuid, timestamptz, text[], text[], text[]);
create function mail.has_news(
    workspace uuid, since timestamptz, writers text[], ids text[], answers uuid, own text[])
returns boolean
language sql stable
as $$
    select exists (
        select 1
          from mail.message m
          left join mail.thread t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
          left join mail.thread a on a.workspace_id = m.workspace_id and a.message_id = answers
         where m.workspace_id = workspace
           and m.stored_at >= since
           and greatest(m.sent_at, m.arrived_at) >= since - interval '3 days'
           and not coalesce(m.from_address = any (own), false)
           and (m.from_address = any (writers)
                or m.in_reply_to && ids
                or m.reference_ids && ids
                or t.conversation_id = a.conversation_id
                or t.component_id = a.component_id
                   and (t.joined_by = 'waiting'
                        or m.sent_at <= a.sent_at and m.in_reply_to = '{}' and m.reference_ids = '{}')
                or exists (select 1
                             from mail.suggested_join s
                             join mail.thread p on p.workspace_id = s.workspace_id
                                               and p.message_id = s.parent_message_id
                            where s.workspace_id = m.workspace_id
                              and s.message_id = m.message_id
                              and p.conversation_id = a.conversation_id)))
        or exists (
        select 1
          from mail.quarantined q
         where q.workspace_id = workspace
           and q.import_id is null
           and q.found_at >= since)
$$;
grant execute on function mail.has_news(uuid, timestamptz, text[], text[], uuid, text[]) to politely_app;
