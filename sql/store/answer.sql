-- name: answer-insert
insert into automatic_answer (tenant, id, answered_at, address, domain, thread_id, same_as)
values (:tenant, :id, :now, :address, :domain, :thread, :sameAs)

-- name: answer-counts
select
  (select count(*) from automatic_answer
    where tenant = :tenant and address = :address and answered_at > :since) as to_address,
  (select count(*) from automatic_answer
    where tenant = :tenant and thread_id = :thread and answered_at > :since) as in_thread,
  (select count(*) from automatic_answer
    where tenant = :tenant and domain = :domain and answered_at > :since) as to_domain,
  (select count(*) from automatic_answer
    where tenant = :tenant and domain = :domain and same_as = :sameAs and answered_at > :since) as to_same

-- name: answer-purge
delete from automatic_answer where answered_at < :before

-- name: answer-gate
select name from answer_gate where name = 'answers' for update

-- name: answer-notified-insert
insert into automatic_notification (tenant, id, notified_at, address) values (:tenant, :id, :now, :address)

-- name: answer-notified-since
select count(*) from automatic_notification
where tenant = :tenant and address = :address and notified_at > :since

-- name: answer-notified-purge
delete from automatic_notification where notified_at < :before
