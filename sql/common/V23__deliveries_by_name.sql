-- The delivery that an answer is part of, null when of none: as long as that is not acknowledged the answer is kept.
alter table delivery add column delivery varchar(255);
update delivery set delivery = regexp_replace(delivery_key, '#[^#]*$', '') where delivery_key like '%#%';
create index unacknowledged_by_age on unacknowledged (since);
