-- name: tenant-next
select min(tenant) from interaction where tenant > :after

-- name: tenant-of-interaction
select i.tenant from unnest(:tenants) k(tenant) join interaction i on i.tenant = k.tenant and i.id = :id

-- name: tenant-of-contact
select c.tenant from unnest(:tenants) k(tenant) join contact c on c.tenant = k.tenant and c.id = :id

-- name: tenant-figures
select tenant, count(*) as live, count(case when state = 'queued' then 1 end) as queued,
  count(case when state = 'quarantined' then 1 end) as quarantined,
  min(case when state = 'queued' then placed_at end) as oldest
from work group by tenant
