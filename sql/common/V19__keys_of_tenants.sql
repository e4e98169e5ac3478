-- A key is one tenant's, or the hub's own ('*', which is no tenant's name). Its name is unique over all of them, for events
-- name keys.
update api_key set tenant = '*';
create unique index api_key_by_name on api_key (name);
