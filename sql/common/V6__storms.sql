-- What does not make a storm of a thread: copies of one mail for several recipients, and mail that joined it later.
alter table interaction add column copied boolean default false not null;
alter table interaction add column joined_late boolean default false not null;

-- How much mail a contact sent of late.
create index interaction_by_contact_time on interaction (tenant, contact_id, received_at);
drop index interaction_by_contact;
