-- Since when a mail is tried, from which its account's `expireAfter` counts; and whether it was sent once more because
-- nobody knew whether the server had taken it.
alter table dispatch add column tried_since timestamp with time zone;
alter table dispatch add column resent boolean default false not null;
