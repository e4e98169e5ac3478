-- What views of a queue see of an interaction, written when it is placed there and when it changes. Rows in queues that
-- nobody looks at by views leave it empty. c1 to c8 hold what the queue's file says; view_plan tells what that was.
alter table work add column received_at timestamp(6) with time zone;
alter table work add column media_type varchar(64);
alter table work add column subtype varchar(64);
alter table work add column kind varchar(64);
alter table work add column language varchar(35);
alter table work add column category varchar(500);
alter table work add column contact_id varchar(36);
alter table work add column c1 varchar(500);
alter table work add column c2 varchar(500);
alter table work add column c3 varchar(500);
alter table work add column c4 varchar(500);
alter table work add column c5 varchar(500);
alter table work add column c6 varchar(500);
alter table work add column c7 varchar(500);
alter table work add column c8 varchar(500);
alter table work add column view_plan integer;

-- The longest `after` (seconds) of an escalation that was applied during this stay in the queue.
alter table work add column escalated bigint default 0 not null;

-- Alerts that were raised and not yet cleared.
create table alert (
  tenant            varchar(64)  not null,
  subject           varchar(80)  not null,
  kind              varchar(32)  not null,
  since             timestamp(6) with time zone not null,
  reason            varchar(1000) not null,
  primary key (tenant, subject, kind)
);
