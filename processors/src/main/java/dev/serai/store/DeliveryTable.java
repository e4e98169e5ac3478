package dev.serai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations that were applied, by delivery key, with what was answered: a repeat gets the first answer. */
public final class DeliveryTable {
    private final Sql sql;
    private final Ahead ahead;

    DeliveryTable(Sql sql, Ahead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    public Optional<Applied> load(String tenant, String point, String key) {
        return ahead.deliveries().get(() -> loadNow(tenant, point, key), key, tenant, point);
    }

    private Optional<Applied> loadNow(String tenant, String point, String key) {
        return sql.query("delivery-load")
                .bind("tenant", tenant)
                .bind("point", point)
                .bind("key", key)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** @param scope tenant and point */
    List<Map.Entry<String, Applied>> loadAll(List<String> scope, List<String> keys) {
        return sql.query("delivery-load-all")
                .bind("tenant", scope.get(0))
                .bind("point", scope.get(1))
                .bindArray("keys", String.class, keys)
                .map((row, context) -> Map.entry(row.getString("delivery_key"), read(row)))
                .list();
    }

    /**
     * Records the answer in the effect's own transaction. When another transaction records the key meanwhile, the unit
     * does not commit; applied again it finds the first answer.
     */
    public void insert(String tenant, String point, String key, Applied applied, Instant now) {
        sql.later("delivery-insert")
                .bind("tenant", tenant)
                .bind("point", point)
                .bind("key", key)
                .bind("requestDigest", applied.requestDigest())
                .bind("response", applied.response())
                .bind("at", Sql.time(now))
                .add();
        ahead.deliveries().learn(applied, key, tenant, point);
    }

    /** Forgets answers older than a time; returns how many. */
    public int purge(Instant before) {
        return sql.update("delivery-purge").bind("before", Sql.time(before)).execute();
    }

    private static Applied read(ResultSet row) throws SQLException {
        return new Applied(row.getString("request_digest"), row.getString("response"));
    }

    /**
     * What was answered.
     *
     * @param requestDigest tells the same request from another under the same key
     * @param response JSON, as the point wants it
     */
    public record Applied(String requestDigest, String response) {}
}
