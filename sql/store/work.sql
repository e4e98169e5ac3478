-- name: work-insert
insert into work (tenant, id, queue, state, placement, claim, priority, placed_at, moved_at, available_at, owner,
  assigned_at, lease_until, attempt, held_at, held_until, event_seq, changed_at, waits,
  wait_until, woken_as, woken_by,
  received_at, media_type, subtype, kind, language, category, contact_id,
  c1, c2, c3, c4, c5, c6, c7, c8, view_plan, account, wished)
values (:tenant, :id, :queue, :state, :placement, :claim, :priority, :placedAt, :movedAt, :availableAt, :owner,
  :assignedAt, :leaseUntil, :attempt, :heldAt, :heldUntil, :eventSeq, :changedAt, :waits,
  :waitUntil, :wokenAs, :wokenBy,
  :receivedAt, :mediaType, :subtype, :kind, :language, :category, :contactId,
  :c1, :c2, :c3, :c4, :c5, :c6, :c7, :c8, :viewPlan, :account, :wished)

-- name: work-update
update work set queue = :queue, state = :state, placement = :placement, claim = :claim, priority = :priority,
  placed_at = :placedAt, moved_at = :movedAt, available_at = :availableAt, owner = :owner, assigned_at = :assignedAt,
  lease_until = :leaseUntil, attempt = :attempt, held_at = :heldAt, held_until = :heldUntil, event_seq = :eventSeq,
  changed_at = :changedAt, waits = :waits, wait_until = :waitUntil, woken_as = :wokenAs, woken_by = :wokenBy,
  account = :account, wished = :wished
where tenant = :tenant and id = :id

-- name: work-place
update work set queue = :queue, state = :state, placement = :placement, claim = :claim, priority = :priority,
  placed_at = :placedAt, available_at = :availableAt, owner = :owner, assigned_at = :assignedAt,
  lease_until = :leaseUntil, attempt = :attempt, held_at = :heldAt, held_until = :heldUntil, event_seq = :eventSeq,
  changed_at = :changedAt, waits = :waits, wait_until = :waitUntil, woken_as = :wokenAs, woken_by = :wokenBy,
  account = :account, wished = :wished, escalated = case when moved_at = :movedAt then escalated else 0 end, moved_at = :movedAt,
  received_at = :receivedAt, media_type = :mediaType, subtype = :subtype, kind = :kind, language = :language,
  category = :category, contact_id = :contactId, c1 = :c1, c2 = :c2, c3 = :c3, c4 = :c4, c5 = :c5, c6 = :c6, c7 = :c7, c8 = :c8,
  view_plan = :viewPlan
where tenant = :tenant and id = :id

-- name: work-look
update work set received_at = :receivedAt, media_type = :mediaType, subtype = :subtype, kind = :kind, language = :language,
  category = :category, contact_id = :contactId, c1 = :c1, c2 = :c2, c3 = :c3, c4 = :c4, c5 = :c5, c6 = :c6, c7 = :c7, c8 = :c8,
  view_plan = :viewPlan
where tenant = :tenant and id = :id and queue = :queue

-- name: work-contact-move
update work set contact_id = :to where tenant = :tenant and contact_id = :from

-- name: work-unfilled
select * from work
where queue = :queue and (view_plan is null or view_plan <> :plan)
limit :limit
for update skip locked

-- name: work-overdue
select count(*) from work
where queue = :queue and state in ('queued', 'assigned', 'held') and received_at <= :cutoff
  and :tenant in ('*', tenant)

-- name: work-escalable
select tenant, id from work
where queue = :queue and state = 'queued' and available_at <= :now and moved_at <= :cutoff and escalated < :after
limit :limit

-- name: work-escalated
select escalated from work where tenant = :tenant and id = :id

-- name: work-escalate
update work set escalated = :after where tenant = :tenant and id = :id

-- name: work-delete
delete from work where tenant = :tenant and id = :id

-- name: work-lock-fenced
select * from work
where tenant = :tenant and id = :id and placement = :placement and claim = :claim and state in ('routing', 'assigned')
for update

-- name: work-lock-all
select w.* from unnest(:ids) k(id) join work w on w.tenant = :tenant and w.id = k.id
order by w.id for update

-- name: work-lock
select * from work where tenant = :tenant and id = :id for update

-- name: work-waiting
select * from work
where queue = :queue and state in ('queued', 'held') and changed_at < :before
order by id limit :limit for update skip locked

-- name: work-load
select * from work where tenant = :tenant and id = :id

-- name: work-claimable
select * from work
where queue = :queue and state = 'queued' and available_at <= :now
order by priority desc, placed_at, id
limit :limit
for update skip locked

-- name: work-claimable-of-tenant
select * from work
where queue = :queue and state = 'queued' and available_at <= :now and tenant = :tenant
order by priority desc, placed_at, id
limit :limit
for update skip locked

-- name: work-claimable-of-account
select * from work
where queue = :queue and account = :account and state = 'queued' and available_at <= :now
order by priority desc, placed_at, id
limit :limit
for update skip locked

-- name: work-due-accounts
select k.account from unnest(:accounts) k(account)
where exists (select 1 from work w
  where w.queue = :queue and w.account = k.account and w.state = 'queued' and w.available_at <= :now)

-- name: work-untried-of-account
select * from work
where queue = :queue and account = :account and state = 'queued' and available_at <= :now
  and exists (select 1 from dispatch d where d.tenant = work.tenant and d.id = work.id and d.account = :account
    and d.tried_since is null and d.state in ('pending', 'deferred'))
limit :limit
for update skip locked

-- name: work-tried-before-of-account
select * from work
where queue = :queue and account = :account and state = 'queued' and available_at <= :now
  and exists (select 1 from dispatch d where d.tenant = work.tenant and d.id = work.id and d.account = :account
    and d.tried_since <= :latest and d.state in ('pending', 'deferred'))
limit :limit
for update skip locked

-- name: work-expired
select * from work
where state in ('routing', 'assigned') and lease_until < :now
order by lease_until
limit :limit
for update skip locked

-- name: work-hold-over
select * from work
where state = 'held' and held_until < :now
limit :limit
for update skip locked

-- name: work-owned
select * from work where owner = :owner and state = 'assigned' and queue = :queue and tenant = :tenant

-- name: work-routing-by
select count(*) from work where queue = :queue and state = 'routing' and owner = :owner

-- name: work-renew
update work set lease_until = :leaseUntil
where tenant = :tenant and id = :id and placement = :placement and claim = :claim and state in ('routing', 'assigned')

-- name: work-queued
select count(*) from (select 1 as one from work where queue = :queue and state = 'queued' limit :most) counted

-- name: work-depths
select queue, state, count(*) as depth, min(placed_at) as oldest,
  count(case when state = 'queued' and available_at > :now and (wait_until is not null or wished) then 1 end) as waiting,
  min(case when state = 'queued' and available_at > :now and (wait_until is not null or wished) then available_at end) as waiting_until,
  min(case when available_at > :now then null when wait_until is null then placed_at else available_at end) as oldest_due
from work where :tenant in ('*', tenant) group by queue, state

-- name: work-next-queue
select min(queue) from work where queue > :after

-- name: work-wakeable
select w.id from interaction i join work w on w.tenant = i.tenant and w.id = i.id
where i.tenant = :tenant and i.thread_id = :thread and i.id <> :but and i.type <> 'Outbound'
  and (w.wait_until = 'reply' or w.state = 'routing')
order by w.id
