-- Up to where a Kafka capture point has a partition, written with what the records brought. A topic that is made anew has
-- another id, and is read from its beginning. attempts = so often the next record was begun; unfinished = something of it
-- is committed: what was answered to it is not forgotten before it is behind us.
create table kafka_position (
  tenant            varchar(64)  not null,
  point             varchar(64)  not null,
  cluster_id        varchar(100) not null,
  topic_id          varchar(64)  not null,
  partition_no      integer      not null,
  topic             varchar(249) not null,
  next_offset       bigint       not null,
  attempts          integer      default 0 not null,
  unfinished        boolean      default false not null,
  moved_at          timestamp(6) with time zone not null,
  primary key (tenant, point, cluster_id, topic_id, partition_no)
);

-- Of which interaction a text tells, where it is known: by it a topic keeps them in order.
alter table outgoing add column interaction varchar(36);
