-- What an interaction waits for in its present placement (time, reply), how often it waited in all, and what ended the
-- wait early: reply or failure, and which interaction that is.
alter table work add column waits integer default 0 not null;
alter table work add column wait_until varchar(8);
alter table work add column woken_as varchar(8);
alter table work add column woken_by varchar(36);

-- What waits is passed over without a look at its row.
drop index work_in_order;
create index work_in_order on work (queue, state, priority desc, placed_at, id, available_at);
