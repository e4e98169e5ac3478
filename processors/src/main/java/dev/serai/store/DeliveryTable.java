package dev.serai.store;

import java.time.Instant;
import java.util.Optional;

/** Operations that were applied, by delivery key, with what was answered: a repeat gets the first answer. */
public final class DeliveryTable {
    private final Sql sql;

    DeliveryTable(Sql sql) {
        this.sql = sql;
    }

    public Optional<Applied> load(String tenant, String point, String key) {
        return sql.query("delivery-load")
                .bind("tenant", tenant)
                .bind("point", point)
                .bind("key", key)
                .map((row, context) -> new Applied(row.getString("request_digest"), row.getString("response")))
                .findOne();
    }

    /**
     * Records the answer in the effect's own transaction.
     *
     * @throws DeliveryConflict when another transaction recorded the key meanwhile: the unit must not commit; applied
     *     again it finds the first answer
     */
    public void insert(String tenant, String point, String key, Applied applied, Instant now) {
        int rows = sql.update("delivery-insert")
                .bind("tenant", tenant)
                .bind("point", point)
                .bind("key", key)
                .bind("requestDigest", applied.requestDigest())
                .bind("response", applied.response())
                .bind("at", Sql.time(now))
                .execute();
        if (rows == 0) {
            throw new DeliveryConflict();
        }
    }

    /** Forgets answers older than a time; returns how many. */
    public int purge(Instant before) {
        return sql.update("delivery-purge").bind("before", Sql.time(before)).execute();
    }

    /**
     * What was answered.
     *
     * @param requestDigest tells the same request from another under the same key
     * @param response JSON, as the point wants it
     */
    public record Applied(String requestDigest, String response) {}
}
