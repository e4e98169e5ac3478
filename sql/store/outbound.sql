-- name: outbound-insert
insert into outbound_mail (tenant, id, author, from_queue, editors) values (:tenant, :id, :author, :fromQueue, '[]')

-- name: outbound-load
select author, from_queue, editors, approved_by, approved_at, approved_placement, approved_digest, approved_account
from outbound_mail where tenant = :tenant and id = :id

-- name: outbound-approve
update outbound_mail
set approved_by = :by, approved_at = :at, approved_placement = :placement, approved_digest = :digest, approved_account = :account
where tenant = :tenant and id = :id

-- name: outbound-edited
update outbound_mail
set editors = :editors, approved_by = null, approved_at = null, approved_placement = null, approved_digest = null, approved_account = null
where tenant = :tenant and id = :id
