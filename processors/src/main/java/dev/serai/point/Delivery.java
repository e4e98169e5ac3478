package dev.serai.point;

import dev.serai.document.Digests;
import dev.serai.files.PointDefaults;
import org.jspecify.annotations.Nullable;

/**
 * How a document came.
 *
 * @param point the point that it came to
 * @param key tells a document that comes again: a JMS message id, a file's own id; null = it cannot come again, and
 *     nothing is remembered
 * @param reply where answers go; null = no rows are written, whoever asked is answered from the {@link Fate}
 */
public record Delivery(
        PointDefaults point, @Nullable String key, @Nullable Reply reply) {

    /** Longer keys are told by their digest. */
    private static final int LONGEST = 240;

    /**
     * Where answers go.
     *
     * @param to as the point's {@link Outlet} understands it; null = where the point sends its news
     * @param correlation what the asker knows his request by
     */
    public record Reply(@Nullable String to, @Nullable String correlation) {}

    /** The key of one operation of the document, at most 255 characters. */
    String keyOf(int number) {
        String whole = String.valueOf(key);
        return (whole.length() > LONGEST ? Digests.sha256(whole) : whole) + "#" + number;
    }
}
