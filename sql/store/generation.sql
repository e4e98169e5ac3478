-- name: generation-guard
select id from generation_guard for update

-- name: generation-insert
insert into generation (id, stored_at) values (:id, :at) on conflict do nothing

-- name: generation-file-insert
insert into generation_file (id, path, sha256) values (:id, :path, :sha256)

-- name: generation-contents-known
select sha256 from generation_content where chunk = 0 and sha256 in (<digests>)

-- name: generation-content-insert
insert into generation_content (sha256, chunk, bytes) values (:sha256, :chunk, :bytes) on conflict do nothing

-- name: generation-files
select path, sha256 from generation_file where id = :id order by path

-- name: generation-contents
select f.path, c.bytes from generation_file f
join generation_content c on c.sha256 = f.sha256
where f.id = :id order by f.path, c.chunk

-- name: generation-life-end
update generation_life set replaced_at = :at where node = :node and replaced_at is null

-- name: generation-lives-end
update generation_life set replaced_at = :at where replaced_at is null

-- name: generation-life-insert
insert into generation_life (id, generation, node, applied_at, seen_at, source, actor, holds_against, changed)
values (:id, :generation, :node, :at, :at, :source, :actor, :holdsAgainst, :changed)

-- name: generation-life-seen
update generation_life set seen_at = :at where node = :node and replaced_at is null

-- name: generation-paths-of-the-living
select distinct f.path from generation_life l join generation_file f on f.id = l.generation
where l.replaced_at is null and l.seen_at > :since and f.path like :like

-- name: generation-life
select id, generation, node, applied_at, replaced_at, source, actor, holds_against, changed from generation_life
where id = :id

-- name: generation-lives
select id, generation, node, applied_at, replaced_at, source, actor, holds_against, changed from generation_life
order by applied_at desc, id desc limit :limit

-- name: generation-lives-of
select id, generation, node, applied_at, replaced_at, source, actor, holds_against, changed from generation_life
where generation = :generation order by applied_at desc, id desc limit :limit

-- name: generation-last-lives
select l.generation, max(l.applied_at) as last_at, count(*) - count(l.replaced_at) as live
from generation_life l join generation g on g.id = l.generation group by l.generation order by last_at desc

-- name: generation-never-live
select g.id from generation g where g.stored_at < :before
and not exists (select 1 from generation_life l where l.generation = g.id)

-- name: generation-lives-delete
delete from generation_life where replaced_at < :before and not exists
(select 1 from generation g where g.id = generation_life.generation)

-- name: generation-ids
select id from generation

-- name: generation-files-delete
delete from generation_file where id in (<ids>)

-- name: generation-delete
delete from generation where id in (<ids>)

-- name: generation-contents-sweep
delete from generation_content where not exists
(select 1 from generation_file f where f.sha256 = generation_content.sha256)
