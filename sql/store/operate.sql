-- name: quarantine-insert
insert into quarantine (tenant, id, stage, cause, reason, back_to, since)
values (:tenant, :id, :stage, :cause, :reason, :backTo, :since)

-- name: quarantine-lies-at
update quarantine set position = :position where tenant = :tenant and id = :id

-- name: quarantine-position
select position from quarantine where tenant = :tenant and id = :id and position is not null

-- name: quarantine-explain
update quarantine set reason = :reason where tenant = :tenant and id = :id

-- name: quarantine-delete
delete from quarantine where tenant = :tenant and id = :id

-- name: quarantine-load
select * from quarantine where tenant = :tenant and id = :id

-- name: quarantine-list
select q.*, i.subject, i.capture_point from quarantine q
join interaction i on i.tenant = q.tenant and i.id = q.id
where :tenant in ('*', q.tenant)
order by q.since desc limit :limit

-- name: quarantine-counts
select cause, stage, count(*) as n, min(since) as oldest from quarantine
where :tenant in ('*', tenant)
group by cause, stage order by count(*) desc

-- name: role-take
update role_lease set owner = :owner, until = :until, term = case when owner = :owner then term else term + 1 end
where role = :role and (owner = :owner or until < :now)

-- name: role-insert
insert into role_lease (role, owner, term, until) values (:role, :owner, 1, :until) on conflict do nothing

-- name: roles-known
select role from role_lease where role in (<roles>)

-- name: roles-takeable
select role from role_lease where role in (<roles>) and (owner = :owner or until < :now) order by role
for update skip locked

-- name: roles-take
update role_lease set owner = :owner, until = :until, term = case when owner = :owner then term else term + 1 end
where role in (<roles>)

-- name: roles-release
update role_lease set until = :now where role in (<roles>) and owner = :owner and until > :now

-- name: role-release
update role_lease set until = :now where role = :role and owner = :owner

-- name: role-release-all
update role_lease set until = :now where until > :now

-- name: role-load
select owner, until from role_lease where role = :role

-- name: paused-insert
insert into paused (kind, name, since) values (:kind, :name, :now) on conflict do nothing

-- name: paused-delete
delete from paused where kind = :kind and name = :name

-- name: paused-list
select kind, name, since from paused order by kind, name

-- name: clock
select current_timestamp as now

-- name: tables-outgrown
select quote_ident(relname) from pg_stat_user_tables
where schemaname = current_schema() and n_mod_since_analyze > 200 + n_live_tup / 2

-- name: paused-since
select since from paused where kind = :kind and name = :name

-- name: alert-list
select tenant, subject, kind, since, reason from alert order by since, subject, kind

-- name: alert-insert
insert into alert (tenant, subject, kind, since, reason) values (:tenant, :subject, :kind, :since, :reason)
on conflict do nothing

-- name: alert-delete
delete from alert where tenant = :tenant and subject = :subject and kind = :kind
