package dev.serai.dispatch;

import dev.serai.interaction.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an outbound mail is to be made.
 *
 * @param quote whether the mail that it answers is quoted below the text
 * @param sendAfter it does not leave before; null = at once
 * @param from one of the account's addresses; null = the one that the customer wrote to, else the account's usual one
 */
public record Wishes(
        boolean quote,
        @Nullable Instant sendAfter,
        @Nullable Party from) {
    /** No quote, at once. */
    public static final Wishes NONE = new Wishes(false, null, null);

    /** One that leaves the sender to the account's rules. */
    public Wishes(boolean quote, @Nullable Instant sendAfter) {
        this(quote, sendAfter, null);
    }
}
