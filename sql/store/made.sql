-- name: made-insert
insert into made (tenant, id, number, size, sha256) values (:tenant, :id, :number, :size, :sha256)

-- name: made-chunk-insert
insert into made_chunk (tenant, id, number, chunk, bytes) values (:tenant, :id, :number, :chunk, :bytes)

-- name: made-load
select size, sha256 from made where tenant = :tenant and id = :id and number = :number

-- name: made-chunk-load
select bytes from made_chunk where tenant = :tenant and id = :id and number = :number and chunk = :chunk

-- name: made-copy
insert into made (tenant, id, number, size, sha256)
select tenant, :to, number, size, sha256 from made where tenant = :tenant and id = :from

-- name: made-chunk-copy
insert into made_chunk (tenant, id, number, chunk, bytes)
select tenant, :to, number, chunk, bytes from made_chunk where tenant = :tenant and id = :from

-- name: made-numbers
select number from made where tenant = :tenant and id = :id

-- name: made-delete
delete from made where tenant = :tenant and id = :id and number = :number

-- name: made-chunk-delete
delete from made_chunk where tenant = :tenant and id = :id and number = :number
