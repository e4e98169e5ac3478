-- name: notice-fresh
select d.*, i.subtype from dispatch d
join interaction i on i.tenant = d.tenant and i.id = d.id
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
select n.account as account from dispatch_notice n where n.mailed_at is null
group by n.account
having coalesce((select max(m.mailed_at) from dispatch_notice m where m.account = n.account), :before) <= :before

-- name: notice-mailed
update dispatch_notice set mailed_at = :now where account = :account and mailed_at is null
