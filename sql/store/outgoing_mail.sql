-- name: dispatch-find
select * from dispatch where tenant = :tenant

-- name: dispatch-open-counts
select account, state, count(*) as n, min(created_at) as oldest from dispatch
where state in ('pending', 'sending', 'deferred', 'uncertain', 'failed')
group by account, state

-- name: dispatch-groups
select account, state, cause, step, n, since, latest, oldest, next_at, last_error, id from (
  select account, state, cause, step, last_error, id,
    count(*) over (partition by account, state, cause, step) as n,
    min(changed_at) over (partition by account, state, cause, step) as since,
    max(changed_at) over (partition by account, state, cause, step) as latest,
    min(created_at) over (partition by account, state, cause, step) as oldest,
    min(next_at) over (partition by account, state, cause, step) as next_at,
    row_number() over (partition by account, state, cause, step order by changed_at desc, id desc) as place
  from dispatch
  where state in ('pending', 'sending', 'deferred', 'uncertain', 'failed') and :tenant in ('*', tenant)
    and (state = 'sending' or exists (select 1 from work w where w.tenant = dispatch.tenant and w.id = dispatch.id
      and (w.queue = 'dispatch' or w.state = 'quarantined')))
) g
where place = 1
order by account, state, n desc

-- name: dispatch-of-parent
select i.subtype, d.* from interaction i join dispatch d on d.tenant = i.tenant and d.id = i.id
where i.tenant = :tenant and i.thread_id = :thread and i.parent_id = :parent order by d.id limit 200
