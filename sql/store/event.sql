-- name: event-insert
insert into event (tenant, subject, seq, type, at, actor, reason, step, generation, data)
values (:tenant, :subject, :seq, :type, :at, :actor, :reason, :step, :generation, :data)

-- name: event-timeline
select * from event where tenant = :tenant and subject = :subject order by seq

-- name: event-last
select * from event where tenant = :tenant and subject = :subject and actor = :actor order by seq desc limit 1

-- name: event-unsequenced
select tenant, subject, seq, 0 as position from event where position is null order by arrival limit :limit

-- name: event-sequence
merge into event e
using (select k.tenant, k.subject, k.seq, k.position
  from unnest(:tenants, :subjects, :seqs, :positions) k(tenant, subject, seq, position)) n
on e.tenant = n.tenant and e.subject = n.subject and e.seq = n.seq
when matched then update set position = n.position

-- name: event-head-lock
select position from event_head where name = 'events' for update

-- name: event-head-move
update event_head set position = :position where name = 'events'

-- name: event-after
select * from event where position > :after order by position limit :limit

-- name: event-after-of-tenant
select * from event where tenant = :tenant and position > :after order by position limit :limit

-- name: event-last-of-tenant
select coalesce(max(position), 0) from event where tenant = :tenant

-- name: subject-seq-insert
insert into subject_seq (tenant, subject, seq) values (:tenant, :subject, 0) on conflict do nothing

-- name: subject-seq-lock
select seq from subject_seq where tenant = :tenant and subject = :subject for update

-- name: subject-seq-move
update subject_seq set seq = :seq where tenant = :tenant and subject = :subject

-- name: event-stream
select position, forgotten, exists (select 1 from event where position is null) as waiting
from event_head where name = 'events'

-- name: event-points
select i.id, i.capture_point, i.point_form from unnest(:ids) k(id) join interaction i on i.tenant = :tenant and i.id = k.id
where i.capture_point is not null

-- name: event-outdated
select e.tenant, e.subject, e.seq, e.position from event e
where e.position > 0 and e.position <= :upTo and e.at < :before
  and not exists (select 1 from interaction i where i.tenant = e.tenant and i.id = e.subject
    and (i.stopped_at is null or i.stopped_at >= :before))
  and not exists (select 1 from subject_seq s where s.tenant = e.tenant and s.subject = e.subject and s.seq = e.seq)
order by e.position limit :limit

-- name: event-delete
delete from event where tenant = :tenant and subject = :subject and seq = :seq

-- name: event-forget
update event_head set forgotten = :position where name = 'events' and forgotten < :position
