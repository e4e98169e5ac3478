-- name: notice-fresh
select d.*, (r.id is not null) as is_report from dispatch d
left join owner_report r on r.tenant = d.tenant and r.id = d.id
left join dispatch_notice n on n.tenant = d.tenant and n.id = d.id
where d.state in ('failed', 'uncertain') and (n.id is null or n.since <> d.changed_at)
order by d.changed_at limit :limit

-- name: notice-delete
delete from dispatch_notice where tenant = :tenant and id = :id

-- name: notice-insert
insert into dispatch_notice (tenant, id, account, state, since, mailed_at)
values (:tenant, :id, :account, :state, :since, :mailedAt)

-- name: notice-unmailed
select d.* from dispatch_notice n join dispatch d on d.tenant = n.tenant and d.id = n.id
where n.account = :account and n.mailed_at is null and d.state = n.state
order by n.since limit :limit

-- name: notice-accounts
select distinct n.account as account from dispatch_notice n
where n.mailed_at is null
and not exists (select 1 from owner_report r where r.account = n.account and r.written_at > :before)

-- name: notice-mailed
update dispatch_notice set mailed_at = :now where tenant = :tenant and id = :id and mailed_at is null

-- name: notice-report
insert into owner_report (tenant, id, account, written_at) values (:tenant, :id, :account, :now)

-- name: notice-mended
update dispatch_notice set mailed_at = :never
where mailed_at is null and exists (select 1 from dispatch d
  where d.tenant = dispatch_notice.tenant and d.id = dispatch_notice.id and d.state <> dispatch_notice.state)

-- name: notice-dismiss
update dispatch_notice set mailed_at = :never where account = :account and mailed_at is null
