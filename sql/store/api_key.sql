-- name: api-key-insert
insert into api_key (tenant, name, digest, roles, points, rate, created_at, created_by, expires_at)
values (:tenant, :name, :digest, :roles, :points, :rate, :createdAt, :createdBy, :expiresAt)
on conflict do nothing

-- name: api-key-list
select * from api_key order by tenant, name

-- name: api-key-load
select * from api_key where name = :name

-- name: api-key-lock
select * from api_key
where tenant = :tenant and revoked_at is null and (',' || roles || ',') like :role
order by name for update

-- name: api-key-revoke
update api_key set revoked_at = :now where tenant = :tenant and name = :name and revoked_at is null

-- name: api-key-rotate
update api_key set digest = :digest where tenant = :tenant and name = :name and revoked_at is null

-- name: api-key-used
update api_key set used_at = :at where name = :name and (used_at is null or used_at < :at)
