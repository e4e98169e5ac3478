-- name: dispatch-insert
insert into dispatch (tenant, id, account, state, message_id, header_prefix, sender, recipients, attempts, created_at,
  changed_at, next_at, data_at, last_error, cause, step, tried_since, resent)
values (:tenant, :id, :account, :state, :messageId, :headerPrefix, :sender, :recipients, :attempts, :createdAt,
  :changedAt, :nextAt, :dataAt, :lastError, :cause, :step, :triedSince, :resent)

-- name: dispatch-update
update dispatch set account = :account, state = :state, header_prefix = :headerPrefix, sender = :sender,
  recipients = :recipients, attempts = :attempts, changed_at = :changedAt, next_at = :nextAt, data_at = :dataAt,
  last_error = :lastError, cause = :cause, step = :step, tried_since = :triedSince, resent = :resent
where tenant = :tenant and id = :id

-- name: dispatch-tried-since
update dispatch set tried_since = :now where tenant = :tenant and id = :id and tried_since is null

-- name: dispatch-sending
update dispatch set state = 'sending', attempts = attempts + 1, claim = :claim, changed_at = :now, next_at = null,
  data_at = :now, diverted_to = :divertedTo
where tenant = :tenant and id = :id

-- name: dispatch-is-try-of
select 1 from dispatch where tenant = :tenant and id = :id and claim = :claim

-- name: dispatch-diverted-to
select diverted_to from dispatch where tenant = :tenant and id = :id and diverted_to is not null

-- name: dispatch-abandoned
select d.* from dispatch d
where d.state = 'sending' and d.data_at < :before
  and not exists (select 1 from work w where w.tenant = d.tenant and w.id = d.id)
order by d.data_at limit :limit for update skip locked

-- name: dispatch-load-all
select d.* from unnest(:ids) k(id) join dispatch d on d.tenant = :tenant and d.id = k.id

-- name: dispatch-load
select * from dispatch where tenant = :tenant and id = :id

-- name: dispatch-may-leave
exists (select 1 from work w where w.tenant = dispatch.tenant and w.id = dispatch.id
  and (w.queue = 'dispatch' or w.state = 'quarantined'))

-- name: dispatch-is-told
(state in ('sending', 'sent', 'cancelled', 'uncertain') or {dispatch-may-leave})

-- name: dispatch-is-to-leave
select 1 from dispatch where tenant = :tenant and id = :id and {dispatch-may-leave}

-- name: dispatch-list
select * from dispatch where (:state = '' or state = :state) and :tenant in ('*', tenant)
  and {dispatch-is-told}
order by created_at desc limit :limit

-- name: dispatch-counts
select account, state, count(*) as n, min(created_at) as oldest from dispatch
where :tenant in ('*', tenant) and {dispatch-is-told}
group by account, state

-- name: dispatch-hurry-work
update work set available_at = :now
where queue = :queue and account = :account and state = 'queued' and available_at > :now and exists (
  select 1 from dispatch d where d.tenant = work.tenant and d.id = work.id and d.account = :account and d.state = 'deferred'
  and (d.cause in ('unreachable', 'unavailable', 'tls', 'login', 'credentials')
    or d.step in ('connect', 'tls', 'greeting', 'ehlo', 'starttls', 'login')))

-- name: dispatch-hurry
update dispatch set next_at = :now
where account = :account and state = 'deferred' and next_at > :now
  and (cause in ('unreachable', 'unavailable', 'tls', 'login', 'credentials')
    or step in ('connect', 'tls', 'greeting', 'ehlo', 'starttls', 'login'))
