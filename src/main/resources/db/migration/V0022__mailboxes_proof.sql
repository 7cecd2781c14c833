-- At this moment everything that lay in the account's folders was known here. The proofs of its folders do not tell it:
-- each is of another moment, and a message that was moved between them lay in none of both. Null: not yet.
alter table mailboxes.account add column proven_at timestamptz;

-- Since when everything that lay on the server is known here; null where that was never proven, or one of the folders
-- is not. The gate of the outbox asks in the statement that decides.
create or replace function mailboxes.proven_at(workspace uuid, account uuid)
returns timestamptz
language sql stable
as $$
    select a.proven_at
      from mailboxes.account a
     where a.workspace_id = workspace
       and a.account_id = account
       and not exists (select 1
                         from mailboxes.folder f
                        where f.workspace_id = workspace
                          and f.account_id = account
                          and f.gone_at is null
                          and f.proven_at is null)
$$;
