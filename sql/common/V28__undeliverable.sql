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
