-- Addresses that mail of ours did not reach, until a mail comes from them or an operator says otherwise.
create table undeliverable (
  tenant            varchar(64)  not null,
  address           varchar(320) not null,
  hard              boolean      not null,
  since             timestamp(6) with time zone not null,
  latest            timestamp(6) with time zone not null,
  status            varchar(32),
  words             varchar(500),
  answered          boolean      not null,
  softs             integer      not null,
  report            varchar(36)  not null,
  primary key (tenant, address)
);

-- Mail that did not leave and needs somebody: told to what it answered, and to the owner of its account.
create table dispatch_notice (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  account           varchar(64)  not null,
  state             varchar(16)  not null,
  since             timestamp(6) with time zone not null,
  mailed_at         timestamp(6) with time zone,
  primary key (tenant, id)
);
create index dispatch_notice_by_account on dispatch_notice (account, mailed_at);
