-- name: outbound-insert
insert into outbound_mail (tenant, id, author, by_hub, from_queue, editors) values (:tenant, :id, :author, :byHub, :fromQueue, '[]')

-- name: outbound-load
select author, by_hub, from_queue, editors, rejected_by, approved_by, approved_at, approved_placement, approved_digest, approved_account
from outbound_mail where tenant = :tenant and id = :id

-- name: outbound-approve
update outbound_mail
set approved_by = :by, approved_at = :at, approved_placement = :placement, approved_digest = :digest, approved_account = :account
where tenant = :tenant and id = :id

-- name: outbound-reject
update outbound_mail
set rejected_by = :by, approved_by = null, approved_at = null, approved_placement = null, approved_digest = null, approved_account = null
where tenant = :tenant and id = :id

-- name: outbound-edited
update outbound_mail
set editors = :editors, approved_by = null, approved_at = null, approved_placement = null, approved_digest = null, approved_account = null
where tenant = :tenant and id = :id
