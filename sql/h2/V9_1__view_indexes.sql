-- The orders of views beside `work_in_order`; H2 has no indexes of a part of the rows.
create index work_by_received on work (queue, state, received_at, id);
create index work_by_placed on work (queue, state, placed_at, id);
create index work_by_priority_received on work (queue, state, priority desc, received_at, id);
