-- A tenant reads its own events without those of others.
create index event_by_tenant on event (tenant, position);
