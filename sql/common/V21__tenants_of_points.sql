-- Whose a capture point is by what it left here: what it remembers is kept by tenant, so a point that changed its tenant
-- would know nothing and take everything anew.
create table point_tenant (
  point             varchar(64)  not null primary key,
  tenant            varchar(64)  not null
);
insert into point_tenant (point, tenant)
select point, min(tenant) from (
  select point, tenant from ledger
  union select point, tenant from point_state
  union select point, tenant from delivery
  union select point, tenant from kafka_position
  union select point, tenant from external_id) past
group by point;
