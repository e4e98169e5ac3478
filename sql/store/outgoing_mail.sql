-- name: dispatch-find
select * from dispatch where tenant = :tenant

-- name: dispatch-open-counts
select account, state, count(*) as n, min(created_at) as oldest from dispatch
where state in ('pending', 'sending', 'deferred', 'uncertain', 'failed') and {dispatch-is-told}
group by account, state

-- name: dispatch-groups
select account, state, cause, step, retriable, n, since, latest, oldest, next_at, last_error, id from (
  select account, state, cause, step, retriable, last_error, id,
    count(*) over (partition by account, state, cause, step, retriable) as n,
    min(changed_at) over (partition by account, state, cause, step, retriable) as since,
    max(changed_at) over (partition by account, state, cause, step, retriable) as latest,
    min(created_at) over (partition by account, state, cause, step, retriable) as oldest,
    min(next_at) over (partition by account, state, cause, step, retriable) as next_at,
    row_number() over (partition by account, state, cause, step, retriable order by changed_at desc, id desc) as place
  from (
    select account, state, cause, step, last_error, id, changed_at, created_at, next_at,
      (state <> 'uncertain' or {dispatch-may-leave}) as retriable
    from dispatch
    where state in ('pending', 'sending', 'deferred', 'uncertain', 'failed') and :tenant in ('*', tenant)
      and {dispatch-is-told}
  ) told
) g
where place = 1
order by account, state, n desc

-- name: dispatch-of-parent
select i.subtype, d.* from interaction i join dispatch d on d.tenant = i.tenant and d.id = i.id
where i.tenant = :tenant and i.thread_id = :thread and i.parent_id = :parent order by d.id limit 200
