-- name: outgoing-insert
insert into outgoing (tenant, point, kind, form, reply_to, correlation, body, delivery_id, born_at, interaction)
values (:tenant, :point, :kind, :form, :replyTo, :correlation, :body, :deliveryId, :bornAt, :interaction)

-- name: outgoing-next
select * from outgoing where point = :point and (due_at is null or due_at <= :now) order by id limit :limit

-- name: outgoing-postpone
update outgoing set due_at = :dueAt where id = :id

-- name: outgoing-lengths
select char_length(body) from outgoing where point = :point and (due_at is null or due_at <= :now) order by id limit :limit

-- name: outgoing-delete
delete from outgoing where id = :id

-- name: outgoing-waiting
select tenant, point, count(*) waiting, min(born_at) oldest, min(case when due_at is null then born_at end) untried
from outgoing group by tenant, point order by point

-- name: outgoing-drop
delete from outgoing where tenant = :tenant and point = :point

-- name: outgoing-count
select count(*) from outgoing where point = :point
