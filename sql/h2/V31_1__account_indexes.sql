-- What waits to leave, by account; H2 has no indexes of a part of the rows.
create index work_of_account on work (queue, account, state, priority desc, placed_at, id);
create index work_of_account_due on work (queue, account, state, available_at);
create index dispatch_by_trial on dispatch (account, state, tried_since);
