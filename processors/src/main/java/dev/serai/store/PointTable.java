package dev.serai.store;

import dev.serai.interaction.PointName;
import java.time.Instant;
import java.util.Optional;

/** What a mailbox keeps about itself, from its first contact on. */
public final class PointTable {
    private final Sql sql;

    PointTable(Sql sql) {
        this.sql = sql;
    }

    /** When a mailbox was first looked into. */
    public Optional<Instant> firstContact(String tenant, PointName point) {
        return sql.query("point-state-load")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .map((row, context) -> new Row(row).time("first_contact_at"))
                .findOne();
    }

    /** Facts that a mailbox keeps about itself (JSON object text), present from its first contact on. */
    public Optional<String> facts(String tenant, PointName point) {
        return sql.query("point-state-load")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .map((row, context) -> row.getString("facts"))
                .findOne();
    }

    public void insert(String tenant, PointName point, String facts, Instant now) {
        sql.update("point-state-insert")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("at", Sql.time(now))
                .bind("facts", facts)
                .execute();
    }

    public void update(String tenant, PointName point, String facts) {
        sql.update("point-state-update")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("facts", facts)
                .execute();
    }

    /**
     * Makes a point a tenant's; false when it is another's, since something is stored of it under that one.
     */
    public boolean claim(String tenant, PointName point) {
        sql.update("point-tenant-insert")
                .bind("point", point.value())
                .bind("tenant", tenant)
                .execute();
        String owner = sql.query("point-tenant-lock")
                .bind("point", point.value())
                .mapTo(String.class)
                .one();
        boolean mine = owner.equals(tenant);
        if (!mine && !hasPast(owner, point)) {
            sql.update("point-tenant-move")
                    .bind("point", point.value())
                    .bind("tenant", tenant)
                    .execute();
            mine = true;
        }
        return mine;
    }

    private boolean hasPast(String tenant, PointName point) {
        return sql.query("point-past")
                        .bind("tenant", tenant)
                        .bind("point", point.value())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }
}
