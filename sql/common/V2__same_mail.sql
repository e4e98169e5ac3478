-- When the server received the mail: with size and Message-ID it tells a mail that the server numbered anew.
alter table ledger add column received_at timestamp(6) with time zone;

-- Where a mail lies that could not be fetched, so that it can be asked for again.
alter table quarantine add column position varchar(255);

-- Mail that counts once in all mailboxes, by content digest, with the interaction it became; outlives the interaction.
create table same_mail (
  tenant            varchar(64)  not null,
  content_digest    varchar(64)  not null,
  interaction_id    varchar(36)  not null,
  since             timestamp(6) with time zone not null,
  primary key (tenant, content_digest)
);
