-- Bytes that transformers made: number 0 is the whole mail as they wrote it, number n the attachment n (from 1),
-- number -1 the HTML in UTF-8 (empty: they took it away). What lies in the original is not here.
create table made (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  number            integer      not null,
  size              bigint       not null,
  sha256            varchar(64)  not null,
  primary key (tenant, id, number)
);
create table made_chunk (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  number            integer      not null,
  chunk             integer      not null,
  bytes             ${bytes}     not null,
  primary key (tenant, id, number, chunk)
);
