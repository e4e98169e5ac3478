-- Deliveries that were applied and that their source may bring again, as it does not know yet: their answers are kept.
create table unacknowledged (
  tenant            varchar(64)  not null,
  point             varchar(64)  not null,
  delivery          varchar(255) not null,
  since             timestamp(6) with time zone not null,
  primary key (tenant, point, delivery)
);
