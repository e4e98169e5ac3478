package dev.serai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        insert(new Name(tenant, point, key), null, applied, now);
    }

    /**
     * The same for a part of a delivery, which is kept as long as that is {@link #await awaited}.
     *
     * @param part the key is the delivery's, `#` and this
     */
    public void insertPart(Name delivery, String part, Applied applied, Instant now) {
        insert(
                new Name(delivery.tenant(), delivery.point(), delivery.key() + "#" + part),
                delivery.key(),
                applied,
                now);
    }

    private void insert(Name name, @Nullable String delivery, Applied applied, Instant now) {
        sql.later("delivery-insert")
                .bind("tenant", name.tenant())
                .bind("point", name.point())
                .bind("key", name.key())
                .bind("delivery", delivery)
                .bind("requestDigest", applied.requestDigest())
                .bind("response", applied.response())
                .bind("at", Sql.time(now))
                .add();
        ahead.deliveries().learn(applied, name.key(), name.tenant(), name.point());
    }

    /** Keeps the answers of a delivery, however old they get, until its source knows that it was applied or {@link #giveUp}. */
    public void await(Name delivery, Instant now) {
        sql.later("delivery-await")
                .bind("tenant", delivery.tenant())
                .bind("point", delivery.point())
                .bind("delivery", delivery.key())
                .bind("since", Sql.time(now))
                .add();
    }

    /** How many deliveries to a point its source does not know yet to be applied. */
    public long awaited(String tenant, String point) {
        return sql.query("delivery-awaited")
                .bind("tenant", tenant)
                .bind("point", point)
                .mapTo(Long.class)
                .one();
    }

    /** Lets the answers of deliveries get old. */
    public void acknowledge(Collection<Name> deliveries) {
        deliveries.forEach(delivery -> sql.later("delivery-acknowledge")
                .bind("tenant", delivery.tenant())
                .bind("point", delivery.point())
                .bind("delivery", delivery.key())
                .add());
    }

    /** Forgets the answers of deliveries of one operation each, whether they are awaited or not. */
    public void forget(Collection<Name> deliveries) {
        deliveries.forEach(one -> delete(new Name(one.tenant(), one.point(), one.key() + "#1")));
        acknowledge(deliveries);
    }

    private void delete(Name answer) {
        sql.later("delivery-delete")
                .bind("tenant", answer.tenant())
                .bind("point", answer.point())
                .bind("key", answer.key())
                .add();
    }

    /**
     * Forgets the oldest answers from before a time, but those that are {@link #await awaited}.
     *
     * @param most so many at once, as everybody who writes waits for it
     * @return how many
     */
    public int purge(Instant before, int most) {
        List<Name> old = old("delivery-old", before, most);
        old.forEach(this::delete);
        return old.size();
    }

    /**
     * Awaits no more what has been since before a time: a hub that died, or a source that is gone, never acknowledges it.
     *
     * @param most as at {@link #purge}
     * @return how many
     */
    public int giveUp(Instant before, int most) {
        List<Name> old = old("delivery-old-awaited", before, most);
        acknowledge(old);
        return old.size();
    }

    private List<Name> old(String query, Instant before, int most) {
        return sql.query(query)
                .bind("before", Sql.time(before))
                .bind("limit", most)
                .map((row, context) ->
                        new Name(row.getString("tenant"), row.getString("point"), row.getString("delivery_key")))
                .list();
    }

    private static Applied read(ResultSet row) throws SQLException {
        return new Applied(row.getString("request_digest"), row.getString("response"));
    }

    /**
     * A delivery as a whole.
     *
     * @param key of its operations without `#` and their numbers
     */
    public record Name(String tenant, String point, String key) {}

    /**
     * What was answered.
     *
     * @param requestDigest tells the same request from another under the same key
     * @param response JSON, as the point wants it
     */
    public record Applied(String requestDigest, String response) {}
}
