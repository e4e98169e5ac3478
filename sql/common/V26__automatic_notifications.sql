-- Whom strategies told of mail of late: what caps it. A row is written with its notification, for each who gets it.
create table automatic_notification (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  notified_at       timestamp(6) with time zone not null,
  address           varchar(320) not null,
  primary key (tenant, id)
);
create index automatic_notification_by_address on automatic_notification (tenant, address, notified_at);
create index automatic_notification_by_age on automatic_notification (notified_at);
