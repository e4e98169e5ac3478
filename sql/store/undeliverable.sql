-- name: undeliverable-by-addresses
select u.* from unnest(:addresses) k(address) join undeliverable u on u.tenant = :tenant and u.address = k.address

-- name: undeliverable-of-contact
select u.* from contact_address a join undeliverable u on u.tenant = a.tenant and u.address = a.address
where a.tenant = :tenant and a.contact_id = :contact order by u.address

-- name: undeliverable-insert
insert into undeliverable (tenant, address, hard, since, latest, status, words, answered, softs, report)
values (:tenant, :address, :hard, :since, :latest, :status, :words, :answered, :softs, :report)

-- name: undeliverable-update
update undeliverable set hard = :hard, since = :since, latest = :latest, status = :status, words = :words,
  answered = :answered, softs = :softs, report = :report
where tenant = :tenant and address = :address

-- name: undeliverable-delete
delete from undeliverable where tenant = :tenant and address = :address
