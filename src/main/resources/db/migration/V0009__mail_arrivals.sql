-- A sync quarantines without an import.
alter table mail.quarantined alter column import_id drop not null;

-- When a message reached us, whatever its date says: "newer than the decision to send" must not depend on
-- the clock of the sender.
alter table mail.message add column stored_at timestamptz not null default clock_timestamp();
create index message_by_stored on mail.message (workspace_id, stored_at);   -- what came since a decision to send

-- When it was delivered, as the mailbox says that it lay in; null: it does not say.
alter table mail.message add column arrived_at timestamptz;

-- Whether anybody answered since a moment: a message from one of these addresses, or one that refers to
-- one of these ids. Ours does not count, nor what was both written and delivered long before and is only
-- found now; the date alone is the sender's clock. What came from a server and could not be read may be
-- anything: a person looks.
create function mail.has_news(workspace uuid, since timestamptz, writers text[], ids text[], own text[])
returns boolean
language sql stable
as $$
    select exists (
        select 1
          from mail.message m
         where m.workspace_id = workspace
           and m.stored_at >= since
           and greatest(m.sent_at, m.arrived_at) >= since - interval '3 days'
           and m.from_address is not null
           and not (m.from_address = any (own))
           and (m.from_address = any (writers)
                or m.in_reply_to && ids
                or m.reference_ids && ids))
        or exists (
        select 1
          from mail.quarantined q
         where q.workspace_id = workspace
           and q.import_id is null
           and q.found_at >= since)
$$;
grant execute on function mail.has_news(uuid, timestamptz, text[], text[], text[]) to politely_app;

-- What shows that a message of ours was accepted although its server never said so: a copy of it, or
-- a message that names it, found since. Null where there is nothing.
create function mail.evidence_of(workspace uuid, since timestamptz, id text)
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
     order by m.internet_id = id desc
     limit 1
$$;
grant execute on function mail.evidence_of(uuid, timestamptz, text) to politely_app;
