-- name: raw-insert
insert into raw (tenant, id, size, sha256) values (:tenant, :id, :size, :sha256)

-- name: raw-copy
insert into raw (tenant, id, size, sha256) select tenant, :to, size, sha256 from raw where tenant = :tenant and id = :from

-- name: raw-chunk-copy
insert into raw_chunk (tenant, id, chunk, bytes)
select tenant, :to, chunk, bytes from raw_chunk where tenant = :tenant and id = :from

-- name: raw-load
select size, sha256 from raw where tenant = :tenant and id = :id

-- name: raw-to-send
select r.id, r.size, r.sha256, c.bytes, false as transformed
from unnest(:ids) k(id)
join raw r on r.tenant = :tenant and r.id = k.id
join raw_chunk c on c.tenant = r.tenant and c.id = r.id and c.chunk = 0
where r.size <= :most
  and not exists (select 1 from made m where m.tenant = r.tenant and m.id = r.id and m.number = 0)
union all
select m.id, m.size, m.sha256, c.bytes, true as transformed
from unnest(:ids) k(id)
join made m on m.tenant = :tenant and m.id = k.id and m.number = 0
join made_chunk c on c.tenant = m.tenant and c.id = m.id and c.number = 0 and c.chunk = 0
where m.size <= :most

-- name: raw-chunk-insert
insert into raw_chunk (tenant, id, chunk, bytes) values (:tenant, :id, :chunk, :bytes)

-- name: raw-chunk-load
select bytes from raw_chunk where tenant = :tenant and id = :id and chunk = :chunk

-- name: raw-delete
delete from raw where tenant = :tenant and id = :id

-- name: raw-chunk-delete
delete from raw_chunk where tenant = :tenant and id = :id
