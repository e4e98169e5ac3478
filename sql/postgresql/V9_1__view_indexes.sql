-- The orders of views beside `work_in_order`. Only what waits where views are looked at is in them: claims, strategies and
-- dispatch leave them alone.
create index work_by_received on work (queue, received_at, id) where state = 'queued' and received_at is not null;
create index work_by_placed on work (queue, placed_at, id) where state = 'queued' and received_at is not null;
create index work_by_priority_received on work (queue, priority desc, received_at, id)
  where state = 'queued' and received_at is not null;
