-- Contacts that became part of others: what was written of them at the same moment follows.
create table contact_merge (
  tenant            varchar(64)  not null,
  gone_id           varchar(36)  not null,
  into_id           varchar(36)  not null,
  merged_at         timestamp(6) with time zone not null,
  primary key (tenant, gone_id)
);
create index contact_merge_by_age on contact_merge (merged_at);
