-- What shows that a message of ours was accepted although its server never said so: a copy of it, or
-- a message that names it, found since. What lies in Drafts alone was sent by nobody, and shows nothing.
-- Null where there is nothing.
create or replace function mail.evidence_of(workspace uuid, since timestamptz, id text)
returns text
language sql stable
as $$
    select case when m.internet_id = id
                then 'It lies in a folder of the mailbox.'
                else 'A message that came since names it.' end
      from mail.message m
     where m.workspace_id = workspace
       and m.stored_at >= since
       and (m.internet_id = id or id = any (m.in_reply_to) or id = any (m.reference_ids))
       and exists (select 1
                     from mail.location l
                    where l.workspace_id = workspace
                      and l.message_id = m.message_id
                      and l.role <> 'drafts')
     order by m.internet_id = id desc
     limit 1
$$;
