-- A key is one tenant's, or the hub's own ('*', which is no tenant's name). Its name is unique over all of them, for events
-- name keys.
update api_key set tenant = '*';
create unique index api_key_by_name on api_key (name);

-- So are events and alerts about what all tenants share: all that is no interaction, no point and so far of nobody.
update event set tenant = '*' where tenant = 'default' and subject like '%:%' and subject not like 'point:%';
update subject_seq set tenant = '*' where tenant = 'default' and subject like '%:%' and subject not like 'point:%';
update alert set tenant = '*' where tenant = 'default';
