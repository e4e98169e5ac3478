-- name: raw-insert
insert into raw (tenant, id, size, sha256) values (:tenant, :id, :size, :sha256)

-- name: raw-copy
insert into raw (tenant, id, size, sha256) select tenant, :to, size, sha256 from raw where tenant = :tenant and id = :from

-- name: raw-chunk-copy
insert into raw_chunk (tenant, id, chunk, bytes)
select tenant, :to, chunk, bytes from raw_chunk where tenant = :tenant and id = :from

-- name: raw-load
select size, sha256 from raw where tenant = :tenant and id = :id

-- name: raw-chunk-insert
insert into raw_chunk (tenant, id, chunk, bytes) values (:tenant, :id, :chunk, :bytes)

-- name: raw-chunk-load
select bytes from raw_chunk where tenant = :tenant and id = :id and chunk = :chunk

-- name: raw-delete
delete from raw where tenant = :tenant and id = :id

-- name: raw-chunk-delete
delete from raw_chunk where tenant = :tenant and id = :id
