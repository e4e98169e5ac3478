-- Automatic answers of late, and whom they went to: what caps them. A row is written with its answer.
create table automatic_answer (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  answered_at       timestamp(6) with time zone not null,
  address           varchar(320) not null,
  domain            varchar(255) not null,
  thread_id         varchar(36)  not null,
  same_as           varchar(64),
  primary key (tenant, id)
);
create index automatic_answer_by_address on automatic_answer (tenant, address, answered_at);
create index automatic_answer_by_domain on automatic_answer (tenant, domain, answered_at);
create index automatic_answer_by_thread on automatic_answer (tenant, thread_id, answered_at);
create index automatic_answer_by_age on automatic_answer (answered_at);
