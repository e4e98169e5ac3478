package dev.serai.point;

import dev.serai.files.PointDefaults;
import org.jspecify.annotations.Nullable;

/**
 * How a document came.
 *
 * @param point the point that it came to
 * @param key tells a document that comes again, at most 245 characters: a JMS message id, a file's own id; null = it
 *     cannot come again, and nothing is remembered
 * @param reply where answers go; null = no rows are written, whoever asked is answered from the {@link Fate}
 */
public record Delivery(
        PointDefaults point, @Nullable String key, @Nullable Reply reply) {

    /**
     * Where answers go.
     *
     * @param to as the point's {@link Outlet} understands it; null = where the point sends its news
     * @param correlation what the asker knows his request by
     */
    public record Reply(@Nullable String to, @Nullable String correlation) {}

    /** The key of one operation of the document. */
    String keyOf(int number) {
        return key + "#" + number;
    }
}
