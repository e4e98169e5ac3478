-- An answer whose destination does not take it waits by itself until then; null = it was not tried yet.
alter table outgoing add column due_at timestamp(6) with time zone;
