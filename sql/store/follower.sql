-- name: follower-list
select * from follower order by name

-- name: follower-find
select * from follower where name = :name

-- name: follower-insert
insert into follower (name, position, moved_at) values (:name, :position, :now) on conflict do nothing

-- name: follower-move
update follower set position = :to, moved_at = :now, failing_since = null, reason = null
where name = :name and position = :from

-- name: follower-fail
update follower set failing_since = coalesce(failing_since, :now), reason = :reason where name = :name

-- name: follower-delete
delete from follower where name = :name
