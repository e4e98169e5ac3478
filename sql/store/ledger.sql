-- name: ledger-insert
insert into ledger (tenant, point, position, result, interaction_id, raw_digest, content_digest, message_id, size,
  received_at, attempts, reason, acknowledged, seen_at)
values (:tenant, :point, :position, :result, :interactionId, :rawDigest, :contentDigest, :messageId, :size,
  :receivedAt, :attempts, :reason, :acknowledged, :seenAt)
on conflict do nothing

-- name: ledger-add
insert into ledger (tenant, point, position, result, interaction_id, raw_digest, content_digest, message_id, size,
  received_at, attempts, reason, acknowledged, seen_at)
values (:tenant, :point, :position, :result, :interactionId, :rawDigest, :contentDigest, :messageId, :size,
  :receivedAt, :attempts, :reason, :acknowledged, :seenAt)

-- name: ledger-update
update ledger set result = :result, interaction_id = :interactionId, raw_digest = :rawDigest,
  content_digest = :contentDigest, message_id = :messageId, size = :size, received_at = :receivedAt,
  attempts = :attempts, reason = :reason, acknowledged = :acknowledged, seen_at = :seenAt
where tenant = :tenant and point = :point and position = :position

-- name: ledger-load
select * from ledger where tenant = :tenant and point = :point and position = :position

-- name: ledger-kin
(select 'position' as kinship, l.* from ledger l where tenant = :tenant and point = :point and position = :position)
union all
(select 'bytes' as kinship, l.* from ledger l
 where tenant = :tenant and point = :point and raw_digest = :rawDigest order by seen_at limit 1)
union all
(select 'message-id' as kinship, l.* from ledger l
 where tenant = :tenant and point = :point and message_id = :messageId and raw_digest <> :rawDigest limit 1)

-- name: ledger-kin-all
select 'position' as kinship, l.*, 1 as up, 1 as down
from unnest(:positions) k(position) join ledger l on l.tenant = :tenant and l.point = :point and l.position = k.position
union all
select * from (
  select 'bytes' as kinship, l.*, row_number() over (partition by l.raw_digest order by l.seen_at) as up, 0 as down
  from unnest(:rawDigests) k(digest) join ledger l on l.tenant = :tenant and l.point = :point and l.raw_digest = k.digest) b
where up = 1
union all
select * from (
  select 'message-id' as kinship, l.*, row_number() over (partition by l.message_id order by l.raw_digest) as up,
    row_number() over (partition by l.message_id order by l.raw_digest desc) as down
  from unnest(:messageIds) k(id) join ledger l on l.message_id = k.id
  where l.tenant = :tenant and l.point = :point and l.raw_digest is not null) m
where up = 1 or down = 1

-- name: ledger-by-message-id
select * from ledger where :tenant in ('*', tenant) and message_id = :messageId order by seen_at limit 50

-- name: ledger-known
select l.position, l.result, l.attempts
from unnest(:positions) k(position) join ledger l on l.tenant = :tenant and l.point = :point and l.position = k.position

-- name: ledger-unacknowledged
select * from ledger where tenant = :tenant and point = :point and acknowledged = false and result in ('taken', 'duplicate')
  and position like :prefix
order by seen_at, position limit :limit

-- name: ledger-forget-unacknowledged
update ledger set acknowledged = true where tenant = :tenant and point = :point and acknowledged = false
  and position not like :prefix

-- name: ledger-asked-again
select position from ledger where tenant = :tenant and point = :point and acknowledged = false and result = 'failing'
  and position like :prefix limit :limit

-- name: ledger-by-message-ids
select * from ledger where tenant = :tenant and point = :point and message_id = any(:messageIds)
order by seen_at

-- name: ledger-acknowledge
update ledger set acknowledged = true where tenant = :tenant and point = :point and position = :position

-- name: ledger-last-mail
select max(seen_at) as at from ledger where tenant = :tenant and point = :point and result in ('taken', 'duplicate')

-- name: ledger-counts
select point, result, count(*) as n from ledger group by point, result

-- name: same-mail-insert
insert into same_mail (tenant, content_digest, interaction_id, since)
values (:tenant, :contentDigest, :interactionId, :since) on conflict do nothing

-- name: same-mail-load
select interaction_id from same_mail where tenant = :tenant and content_digest = :contentDigest

-- name: point-state-insert
insert into point_state (tenant, point, first_contact_at, facts) values (:tenant, :point, :at, :facts) on conflict do nothing

-- name: point-state-update
update point_state set facts = :facts where tenant = :tenant and point = :point

-- name: point-state-load
select first_contact_at, facts from point_state where tenant = :tenant and point = :point

-- name: delivery-load
select request_digest, response from delivery where tenant = :tenant and point = :point and delivery_key = :key

-- name: delivery-load-all
select d.delivery_key, d.request_digest, d.response from unnest(:keys) k(delivery_key)
join delivery d on d.tenant = :tenant and d.point = :point and d.delivery_key = k.delivery_key

-- name: delivery-insert
insert into delivery (tenant, point, delivery_key, delivery, request_digest, response, applied_at)
values (:tenant, :point, :key, :delivery, :requestDigest, :response, :at)

-- name: delivery-delete
delete from delivery where tenant = :tenant and point = :point and delivery_key = :key

-- name: delivery-old
select d.tenant, d.point, d.delivery_key from delivery d where d.applied_at < :before and not exists (
  select 1 from unacknowledged u where u.tenant = d.tenant and u.point = d.point and u.delivery = d.delivery)
and not exists (select 1 from kafka_position k where k.tenant = d.tenant and k.point = d.point and k.unfinished)
order by d.applied_at limit :limit

-- name: delivery-old-awaited
select tenant, point, delivery as delivery_key from unacknowledged where since < :before order by since limit :limit

-- name: delivery-await
insert into unacknowledged (tenant, point, delivery, since) values (:tenant, :point, :delivery, :since) on conflict do nothing

-- name: delivery-awaited
select count(*) from unacknowledged where tenant = :tenant and point = :point

-- name: delivery-acknowledge
delete from unacknowledged where tenant = :tenant and point = :point and delivery = :delivery

-- name: point-tenant-insert
insert into point_tenant (point, tenant) values (:point, :tenant) on conflict do nothing

-- name: point-tenant-lock
select tenant from point_tenant where point = :point for update

-- name: point-tenant-move
update point_tenant set tenant = :tenant where point = :point

-- name: point-past
select case when exists (select 1 from ledger where tenant = :tenant and point = :point)
  or exists (select 1 from point_state where tenant = :tenant and point = :point)
  or exists (select 1 from delivery where tenant = :tenant and point = :point)
  or exists (select 1 from unacknowledged where tenant = :tenant and point = :point)
  or exists (select 1 from kafka_position where tenant = :tenant and point = :point)
  or exists (select 1 from external_id where tenant = :tenant and point = :point) then 1 else 0 end as past
