-- What a claim takes next. The index of all open mails has one order for all accounts, and in it lies
-- whatever was sent since the last vacuum: each claim went past that.
create index mail_to_claim on outbox.mail (workspace_id, account_id, due_at, mail_id)
    where state in ('due', 'claimed') and hold = '';                                  -- claim; what is ready
