package dev.serai.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an outbound mail is to be made.
 *
 * @param quote whether the mail that it answers is quoted below the text
 * @param sendAfter it does not leave before; null = at once
 */
public record Wishes(boolean quote, @Nullable Instant sendAfter) {
    /** No quote, at once. */
    public static final Wishes NONE = new Wishes(false, null);
}
