-- What waits to leave, by account: in the order of claims, and by when it is due. Only what is queued is in them, so that
-- they cost something when a mail is handed over or deferred, and nothing when it is claimed and sent.
create index work_of_account on work (queue, account, priority desc, placed_at, id, available_at)
  where state = 'queued' and account is not null;
create index work_of_account_due on work (queue, account, available_at)
  where state = 'queued' and account is not null;
-- Since when mail that has not left is tried: what expires behind a server that is away.
create index dispatch_by_trial on dispatch (account, tried_since) where state in ('pending', 'deferred');
