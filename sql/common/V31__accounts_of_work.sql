-- The account that an outbound mail was last handed over to: a claim for one account reads nothing of the others.
alter table work add column account varchar(64);
update work set account = (select d.account from dispatch d where d.tenant = work.tenant and d.id = work.id)
where exists (select 1 from dispatch d where d.tenant = work.tenant and d.id = work.id);
-- Nothing looks for a dispatch by its Message-ID: interactions know theirs.
drop index dispatch_by_message_id;
