-- Sets of files that are or were live, with their whole content; what several of them share is stored once.
drop table generation_file;
drop table generation;
create table generation (
  id                varchar(64)  not null primary key,
  stored_at         timestamp(6) with time zone not null
);
create table generation_file (
  id                varchar(64)  not null,
  path              varchar(500) not null,
  sha256            varchar(64)  not null,
  primary key (id, path)
);
create index generation_file_by_content on generation_file (sha256);
create table generation_content (
  sha256            varchar(64)  not null,
  chunk             integer      not null,
  bytes             ${bytes}     not null,
  primary key (sha256, chunk)
);

-- When which set decided on which node; a set may be live several times.
create table generation_life (
  id                varchar(36)  not null primary key,
  generation        varchar(64)  not null,
  node              varchar(64)  not null,
  applied_at        timestamp(6) with time zone not null,
  replaced_at       timestamp(6) with time zone,
  seen_at           timestamp(6) with time zone not null,
  source            varchar(16)  not null,
  actor             varchar(128) not null,
  holds_against     varchar(64),
  changed           varchar      not null
);
create index generation_life_in_order on generation_life (applied_at, id);
create index generation_life_open on generation_life (node, replaced_at);

-- Who stores a set and who forgets old ones take turns.
create table generation_guard (
  id                integer      not null primary key
);
insert into generation_guard (id) values (1);
