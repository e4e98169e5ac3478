-- The mails to owners of accounts, of what did not leave: when each owner had the last one, and which mails they are.
create table owner_report (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  account           varchar(64)  not null,
  written_at        timestamp(6) with time zone not null,
  primary key (tenant, id)
);
create index owner_report_by_account on owner_report (account, written_at);
