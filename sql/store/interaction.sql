-- name: interaction-insert
insert into interaction (tenant, id, version, capture_point, external_id, parent_id, thread_id, contact_id, media_type,
  type, subtype, language, subject, from_address, message_id, participants, received_at, submitted_at, content, user_data)
values (:tenant, :id, 1, :capturePoint, :externalId, :parentId, :threadId, :contactId, :mediaType,
  :type, :subtype, :language, :subject, :fromAddress, :messageId, :participants, :receivedAt, :submittedAt, :content, :userData)

-- name: interaction-update
update interaction set version = version + 1, parent_id = :parentId, thread_id = :threadId, contact_id = :contactId,
  subtype = :subtype, language = :language, subject = :subject, from_address = :fromAddress, message_id = :messageId,
  participants = :participants, content = :content, user_data = :userData
where tenant = :tenant and id = :id

-- name: interaction-copied
update interaction set copied = true where tenant = :tenant and id = :id

-- name: interaction-stop
update interaction set version = version + 1, stopped_at = :stoppedAt, stop_reason = :stopReason, last_queue = :queue,
  last_placement = :placement, last_claim = :claim, last_priority = :priority, last_event_seq = :eventSeq
where tenant = :tenant and id = :id

-- name: interaction-last-event
select last_event_seq from interaction where tenant = :tenant and id = :id and stopped_at is not null for update

-- name: interaction-touch
update interaction set last_event_seq = :eventSeq where tenant = :tenant and id = :id

-- name: interaction-load
select i.*, c.name as contact_name, c.address as contact_address,
  w.queue, w.state, w.placement, w.claim, w.priority, w.placed_at, w.moved_at, w.available_at, w.owner, w.assigned_at,
  w.lease_until, w.held_at, w.held_until, w.waits, w.wait_until, w.woken_as, w.woken_by
from interaction i
left join work w on w.tenant = i.tenant and w.id = i.id
left join contact c on c.tenant = i.tenant and c.id = i.contact_id
where i.tenant = :tenant and i.id = :id

-- name: interaction-versions
select i.id, i.version from unnest(:ids) k(id) join interaction i on i.tenant = :tenant and i.id = k.id

-- name: interaction-find
select i.*, c.name as contact_name, c.address as contact_address,
  w.queue, w.state, w.placement, w.claim, w.priority, w.placed_at, w.moved_at, w.available_at, w.owner, w.assigned_at,
  w.lease_until, w.held_at, w.held_until, w.waits, w.wait_until, w.woken_as, w.woken_by
from interaction i
left join work w on w.tenant = i.tenant and w.id = i.id
left join contact c on c.tenant = i.tenant and c.id = i.contact_id
where i.tenant = :tenant

-- name: interaction-by-message-ids
select i.message_id, i.id, i.thread_id, i.type, i.subject, i.participants, i.contact_id, i.submitted_at
from unnest(:messageIds) k(message_id) join interaction i on i.tenant = :tenant and i.message_id = k.message_id
union all
select a.message_id, i.id, i.thread_id, i.type, i.subject, i.participants, i.contact_id, i.submitted_at
from unnest(:messageIds) k(message_id) join message_alias a on a.tenant = :tenant and a.message_id = k.message_id
join interaction i on i.tenant = a.tenant and i.id = a.interaction_id
order by submitted_at, id

-- name: interaction-counts
select type, count(*) as n, count(stopped_at) as stopped from interaction group by type

-- name: external-id-insert
insert into external_id (tenant, point, external_id, interaction_id) values (:tenant, :point, :externalId, :id)

-- name: external-id-load
select e.external_id, e.interaction_id from unnest(:externalIds) k(external_id)
join external_id e on e.tenant = :tenant and e.point = :point and e.external_id = k.external_id

-- name: contact-by-addresses
select a.address as of_address, c.id, c.name, c.address from unnest(:addresses) k(address)
join contact_address a on a.tenant = :tenant and a.address = k.address
join contact c on c.tenant = a.tenant and c.id = a.contact_id

-- name: contact-writes-much
select a.address as of_address, (select i.received_at from interaction i
  where i.tenant = a.tenant and i.contact_id = a.contact_id and i.received_at > :since and i.type = 'Inbound' and not i.copied
  order by i.received_at desc offset :before rows fetch first 1 row only) as received_at
from unnest(:addresses) k(address) join contact_address a on a.tenant = :tenant and a.address = k.address

-- name: contact-load
select id, name, address from contact where tenant = :tenant and id = :id

-- name: contact-addresses
select address from contact_address where tenant = :tenant and contact_id = :id order by since, address

-- name: contact-insert
insert into contact (tenant, id, name, address) values (:tenant, :id, :name, :address)

-- name: contact-address-insert
insert into contact_address (tenant, address, contact_id, since) values (:tenant, :address, :id, :now)

-- name: contact-name
update contact set name = :name where tenant = :tenant and id = :id and name is null

-- name: contact-lock
select id from contact where tenant = :tenant and id = :id for update

-- name: contact-addresses-move
update contact_address set contact_id = :to where tenant = :tenant and contact_id = :from

-- name: contact-interactions-move
update interaction set contact_id = :to, version = version + 1 where tenant = :tenant and contact_id = :from

-- name: contact-merge-insert
insert into contact_merge (tenant, gone_id, into_id, merged_at) values (:tenant, :gone, :into, :now)

-- name: contact-merges
select tenant, gone_id, into_id from contact_merge where merged_at > :after and merged_at <= :until order by merged_at

-- name: contact-merge-purge
delete from contact_merge where merged_at < :before

-- name: contact-delete
delete from contact where tenant = :tenant and id = :id

-- name: interaction-operated
update interaction set point_form = :form
where tenant = :tenant and id = :id and (point_form is null or point_form <> :form)
