-- Keys of callers; only digests are kept, and a name stays taken, so that events name nobody else.
create table api_key (
  tenant            varchar(64)  not null,
  name              varchar(63)  not null,
  digest            varchar(64)  not null,
  roles             varchar(128) not null,
  points            varchar(4000) not null,
  rate              varchar(32),
  created_at        timestamp(6) with time zone not null,
  created_by        varchar(128) not null,
  expires_at        timestamp(6) with time zone,
  used_at           timestamp(6) with time zone,
  revoked_at        timestamp(6) with time zone,
  primary key (tenant, name)
);
create unique index api_key_by_digest on api_key (digest);
