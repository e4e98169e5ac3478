-- Who takes part in a mail: addresses of From, Reply-To, To, Cc and Bcc in lower case, one a line.
alter table interaction add column participants varchar;
create index interaction_by_contact on interaction (contact_id);

-- Mail whose parent is not here yet, by the Message-IDs that it may be a child of.
create table thread_waiting (
  tenant            varchar(64)  not null,
  message_id        varchar(998) not null,
  child_id          varchar(36)  not null,
  since             timestamp(6) with time zone not null,
  primary key (tenant, message_id, child_id)
);
create index thread_waiting_by_child on thread_waiting (tenant, child_id);
create index thread_waiting_by_age on thread_waiting (since);

-- A thread that became part of another: whoever joined the old one at the same moment follows.
create table thread_move (
  tenant            varchar(64)  not null,
  from_thread       varchar(36)  not null,
  to_thread         varchar(36)  not null,
  moved_at          timestamp(6) with time zone not null,
  primary key (tenant, from_thread, to_thread)
);
create index thread_move_by_age on thread_move (moved_at);

-- Further Message-IDs of an interaction: what a relay made of ours.
create table message_alias (
  tenant            varchar(64)  not null,
  message_id        varchar(998) not null,
  interaction_id    varchar(36)  not null,
  since             timestamp(6) with time zone not null,
  primary key (tenant, message_id)
);

-- What signs the tokens of threads when nobody set a secret; all nodes share it.
create table thread_key (
  name              varchar(16)  not null primary key,
  secret            varchar(128) not null,
  since             timestamp(6) with time zone not null
);

-- The addresses of a contact; contact.address is the one that it was met by first.
create table contact_address (
  tenant            varchar(64)  not null,
  address           varchar(320) not null,
  contact_id        varchar(36)  not null,
  since             timestamp(6) with time zone not null,
  primary key (tenant, address)
);
create index contact_address_by_contact on contact_address (tenant, contact_id);
insert into contact_address (tenant, address, contact_id, since)
select tenant, address, id, current_timestamp from contact;
alter table contact drop constraint contact_by_address;
