-- name: thread-wait
insert into thread_waiting (tenant, message_id, child_id, since) values (:tenant, :messageId, :child, :now)
on conflict do nothing

-- name: thread-waiting-for
select w.message_id, w.child_id from unnest(:messageIds) k(message_id)
join thread_waiting w on w.tenant = :tenant and w.message_id = k.message_id
order by w.since, w.child_id

-- name: thread-wait-over
delete from thread_waiting where tenant = :tenant and child_id = :child

-- name: thread-wait-over-for
delete from thread_waiting where tenant = :tenant and child_id = :child and message_id = :messageId

-- name: thread-wait-again
update thread_waiting set since = :now where tenant = :tenant and message_id = :messageId

-- name: thread-waiting-since
select tenant, message_id, child_id, since from thread_waiting where since > :after and since <= :until
order by since fetch first :limit rows with ties

-- name: thread-parents-here
select i.message_id from unnest(:messageIds) k(message_id)
join interaction i on i.tenant = :tenant and i.message_id = k.message_id
union all
select a.message_id from unnest(:messageIds) k(message_id)
join message_alias a on a.tenant = :tenant and a.message_id = k.message_id

-- name: thread-waiting-purge
delete from thread_waiting where since < :before

-- name: thread-move-insert
insert into thread_move (tenant, from_thread, to_thread, moved_at) values (:tenant, :from, :to, :now)
on conflict do nothing

-- name: thread-moves
select tenant, from_thread, to_thread from thread_move where moved_at > :after and moved_at <= :until order by moved_at

-- name: thread-left
select distinct k.id from unnest(:threads) k(id) join interaction i on i.tenant = :tenant and i.thread_id = k.id

-- name: thread-move-purge
delete from thread_move where moved_at < :before

-- name: thread-members
select id, type from interaction where tenant = :tenant and thread_id = :thread order by id limit :limit

-- name: thread-join
update interaction set version = version + 1, thread_id = :to, parent_id = coalesce(:parent, parent_id),
  subtype = coalesce(:subtype, subtype), joined_late = true
where tenant = :tenant and id = :id and thread_id = :from

-- name: thread-people
select distinct participants, contact_id from interaction where tenant = :tenant and thread_id = :thread and participants is not null limit :limit

-- name: thread-of-contact
select i.id, i.thread_id, i.type, i.subject, i.participants, i.contact_id from interaction i
where i.tenant = :tenant and i.contact_id = :contact and i.received_at > :after
  and i.participants is not null
order by i.received_at desc limit :limit

-- name: thread-of-interactions
select i.id, i.thread_id, i.type, i.subject, i.participants, i.contact_id from unnest(:ids) k(id)
join interaction i on i.tenant = :tenant and i.id = k.id

-- name: message-alias-insert
insert into message_alias (tenant, message_id, interaction_id, since) values (:tenant, :messageId, :id, :now)
on conflict do nothing

-- name: thread-key-insert
insert into thread_key (name, secret, since) values ('threads', :secret, :now) on conflict do nothing

-- name: thread-key-load
select secret from thread_key where name = 'threads'

-- name: thread-mails-since
select count(*) from interaction
where tenant = :tenant and thread_id = :thread and type = 'Inbound' and received_at > :since
  and not copied and not joined_late

-- name: thread-passed-on-since
select count(*) from interaction
where tenant = :tenant and thread_id = :thread and type = 'Outbound' and submitted_at > :since
  and (subtype in ('OutboundForward', 'OutboundCollaborationInvite', 'OutboundRedirect')
    or (subtype = 'OutboundNotification' and parent_id is not null))

-- name: thread-talks
select i.id, i.subtype, i.from_address, i.participants, i.contact_id from interaction i
where i.tenant = :tenant and i.thread_id = :thread
  and i.subtype in ('OutboundCollaborationInvite', 'InboundCollaborationReply', 'InboundNew', 'InboundCustomerReply')
  and exists (select 1 from interaction x where x.tenant = :tenant and x.thread_id = :thread
    and x.subtype = 'OutboundCollaborationInvite')
order by i.id limit :limit
