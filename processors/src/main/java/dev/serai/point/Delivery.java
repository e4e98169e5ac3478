package dev.serai.point;

import dev.serai.document.Digests;
import dev.serai.files.PointDefaults;
import dev.serai.store.DeliveryTable;
import dev.serai.store.Tx;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a document came.
 *
 * @param point the point that it came to
 * @param key tells a document that comes again: a JMS message id, a file's own id; null = it cannot come again, and
 *     nothing is remembered
 * @param caller whose key it was handed over with; null = the point itself acts
 * @param owed whether its source brings it again until it is {@link PointDesk#acknowledged}: until then it is known, however
 *     old it gets
 * @param reply where answers go; null = no rows are written, whoever asked is answered from the {@link Fate}
 */
public record Delivery(
        PointDefaults point,
        @Nullable String key,
        @Nullable String caller,
        boolean owed,
        @Nullable Reply reply) {

    /** Longer keys are told by their digest. */
    private static final int LONGEST = 240;

    /**
     * Where answers go.
     *
     * @param to as the point's {@link Outlet} understands it; null = where the point sends its news
     * @param correlation what the asker knows his request by
     */
    public record Reply(@Nullable String to, @Nullable String correlation) {}

    /** One of the point's own. */
    public Delivery(PointDefaults point, @Nullable String key, @Nullable Reply reply) {
        this(point, key, null, false, reply);
    }

    /** One that a caller hands over. */
    public Delivery(PointDefaults point, @Nullable String key, @Nullable String caller, @Nullable Reply reply) {
        this(point, key, caller, false, reply);
    }

    /** One of the point's own, which has a key and whose source is to be told that it was applied. */
    public static Delivery owed(PointDefaults point, String key, Reply reply) {
        return new Delivery(point, key, null, true, reply);
    }

    /** Does something in the name of whoever handed the document over. */
    <T> T as(Tx tx, Function<Tx, T> work) {
        return caller == null ? work.apply(tx) : tx.as(caller, work);
    }

    /** What it is known by as a whole. */
    DeliveryTable.Name name() {
        return new DeliveryTable.Name(point.tenant(), point.name().value(), bounded());
    }

    /** The key of one operation of the document, at most 255 characters. */
    String keyOf(int number) {
        return bounded() + "#" + number;
    }

    private String bounded() {
        String whole = String.valueOf(key);
        return whole.length() > LONGEST ? Digests.sha256(whole) : whole;
    }
}
