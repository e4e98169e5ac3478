-- Hot: one narrow row per live interaction, with the queue order and the fence. Stopped interactions have none.
create table work (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  queue             varchar(64)  not null,
  state             varchar(16)  not null,
  placement         integer      not null,
  claim             bigint       not null,
  priority          integer      not null,
  placed_at         timestamp(6) with time zone not null,
  moved_at          timestamp(6) with time zone not null,
  available_at      timestamp(6) with time zone not null,
  owner             varchar(128),
  assigned_at       timestamp(6) with time zone,
  lease_until       timestamp(6) with time zone,
  attempt           integer      not null,
  held_at           timestamp(6) with time zone,
  held_until        timestamp(6) with time zone,
  event_seq         integer      not null,
  changed_at        timestamp(6) with time zone not null,
  primary key (tenant, id)
);
create index work_in_order on work (queue, state, priority desc, placed_at, id);
create index work_by_lease on work (state, lease_until);

-- Cold: written at intake, at a decision and at the end.
create table interaction (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  version           bigint       not null,
  capture_point     varchar(64),
  external_id       varchar(255),
  parent_id         varchar(36),
  thread_id         varchar(36)  not null,
  contact_id        varchar(36),
  media_type        varchar(64)  not null,
  type              varchar(32)  not null,
  subtype           varchar(64)  not null,
  language          varchar(35),
  subject           varchar(1000),
  from_address      varchar(320),
  message_id        varchar(998),
  received_at       timestamp(6) with time zone not null,
  submitted_at      timestamp(6) with time zone not null,
  content           varchar      not null,
  user_data         varchar      not null,
  stopped_at        timestamp(6) with time zone,
  stop_reason       varchar(64),
  last_queue        varchar(64),
  last_placement    integer,
  last_claim        bigint,
  last_priority     integer,
  last_event_seq    integer,
  primary key (tenant, id)
);
create index interaction_by_message_id on interaction (message_id);
create index interaction_by_thread on interaction (thread_id);
create index interaction_by_external_id on interaction (external_id);
create index interaction_by_from on interaction (from_address);
create index interaction_by_received on interaction (received_at);

-- ExternalId is unique per capture point; a table of its own, because null external ids are no key.
create table external_id (
  tenant            varchar(64)  not null,
  point             varchar(64)  not null,
  external_id       varchar(255) not null,
  interaction_id    varchar(36)  not null,
  primary key (tenant, point, external_id)
);

create table contact (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  name              varchar(255),
  address           varchar(320) not null,
  primary key (tenant, id),
  constraint contact_by_address unique (tenant, address)
);

-- Raw bytes, in chunks of at most 1 MiB. An interaction has at most one raw.
create table raw (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  size              bigint       not null,
  sha256            varchar(64)  not null,
  primary key (tenant, id)
);
create table raw_chunk (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  chunk             integer      not null,
  bytes             ${bytes}     not null,
  primary key (tenant, id, chunk)
);

-- What a mailbox was seen to hold; outlives the interaction.
create table ledger (
  tenant            varchar(64)  not null,
  point             varchar(64)  not null,
  position          varchar(255) not null,
  result            varchar(16)  not null,
  interaction_id    varchar(36),
  raw_digest        varchar(64),
  content_digest    varchar(64),
  message_id        varchar(998),
  size              bigint,
  attempts          integer      not null,
  reason            varchar(1000),
  acknowledged      boolean      not null,
  seen_at           timestamp(6) with time zone not null,
  primary key (tenant, point, position)
);
create index ledger_by_raw_digest on ledger (tenant, point, raw_digest);
create index ledger_by_message_id on ledger (message_id);
create index ledger_unacknowledged on ledger (tenant, point, acknowledged);

create table point_state (
  tenant            varchar(64)  not null,
  point             varchar(64)  not null,
  first_contact_at  timestamp(6) with time zone not null,
  facts             varchar      not null,
  primary key (tenant, point)
);

-- An operation that was applied, by its delivery key, with what was answered.
create table delivery (
  tenant            varchar(64)  not null,
  point             varchar(64)  not null,
  delivery_key      varchar(255) not null,
  request_digest    varchar(64)  not null,
  response          varchar      not null,
  applied_at        timestamp(6) with time zone not null,
  primary key (tenant, point, delivery_key)
);
create index delivery_by_age on delivery (applied_at);

-- One fact about one subject (an interaction id or point:<name>), numbered in the transaction that causes it.
-- position is given after the commit by one sequencer.
create table event (
  tenant            varchar(64)  not null,
  subject           varchar(80)  not null,
  seq               integer      not null,
  type              varchar(64)  not null,
  at                timestamp(6) with time zone not null,
  actor             varchar(128) not null,
  reason            varchar(1000),
  step              varchar(255),
  generation        varchar(64),
  data              varchar      not null,
  position          bigint,
  primary key (tenant, subject, seq)
);
create index event_by_position on event (position);
create table subject_seq (
  tenant            varchar(64)  not null,
  subject           varchar(80)  not null,
  seq               integer      not null,
  primary key (tenant, subject)
);
create table event_head (
  name              varchar(16)  not null primary key,
  position          bigint       not null
);
insert into event_head (name, position) values ('events', 0);

create table dispatch (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  account           varchar(64)  not null,
  state             varchar(16)  not null,
  message_id        varchar(998) not null,
  header_prefix     varchar      not null,
  sender            varchar(320) not null,
  recipients        varchar      not null,
  attempts          integer      not null,
  created_at        timestamp(6) with time zone not null,
  changed_at        timestamp(6) with time zone not null,
  next_at           timestamp(6) with time zone,
  data_at           timestamp(6) with time zone,
  last_error        varchar(1000),
  primary key (tenant, id)
);
create index dispatch_by_state on dispatch (state, next_at);
create index dispatch_by_message_id on dispatch (message_id);

create table quarantine (
  tenant            varchar(64)  not null,
  id                varchar(36)  not null,
  stage             varchar(32)  not null,
  cause             varchar(64)  not null,
  reason            varchar(1000) not null,
  back_to           varchar(64)  not null,
  since             timestamp(6) with time zone not null,
  primary key (tenant, id)
);
create index quarantine_by_cause on quarantine (cause);

-- Single roles: who has each, until when by the database clock; term is raised at every change of owner.
create table role_lease (
  role              varchar(128) not null primary key,
  owner             varchar(128) not null,
  term              bigint       not null,
  until             timestamp(6) with time zone not null
);

-- What an operator paused, so that a restart leaves it paused.
create table paused (
  kind              varchar(16)  not null,
  name              varchar(64)  not null,
  since             timestamp(6) with time zone not null,
  primary key (kind, name)
);

-- Sets of files that were live, with their content.
create table generation (
  id                varchar(64)  not null primary key,
  applied_at        timestamp(6) with time zone not null
);
create table generation_file (
  id                varchar(64)  not null,
  path              varchar(255) not null,
  content           varchar      not null,
  primary key (id, path)
);
