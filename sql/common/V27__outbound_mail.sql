-- What the hub itself composed: who wrote it, whether for a client, who rejected it and who approved it. Without a row here nothing leaves.
create table outbound_mail (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  author            varchar(128) not null,
  by_hub            boolean not null,
  from_queue        varchar(64),
  editors           varchar(65535) not null,
  rejected_by       varchar(128),
  approved_by       varchar(128),
  approved_at       timestamp(6) with time zone,
  approved_placement integer,
  approved_digest   varchar(64),
  approved_account  varchar(64),
  primary key (tenant, id)
);
