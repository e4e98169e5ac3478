package dev.serai.dispatch;

import dev.serai.interaction.Party;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an outbound mail is to be made.
 *
 * @param quote whether the mail that it answers is quoted below the text
 * @param sendAfter it does not leave before; null = at once
 * @param from one of the account's addresses; null = the one that the customer wrote to, else the account's usual one
 * @param tenant whose it is; null = of what it answers, else of its account
 * @param userData of the interaction that it becomes
 * @param stationery layouts and signatures
 * @param original what the mail that is answered has beside its text
 */
public record Wishes(
        boolean quote,
        @Nullable Instant sendAfter,
        @Nullable Party from,
        @Nullable String tenant,
        Map<String, Object> userData,
        Stationery stationery,
        Original original) {
    /** No quote, at once. */
    public static final Wishes NONE = new Wishes(false, null);

    public Wishes {
        userData = Map.copyOf(userData);
    }

    /** One that leaves the sender to the account's rules. */
    public Wishes(boolean quote, @Nullable Instant sendAfter) {
        this(quote, sendAfter, null);
    }

    /** One that answers nothing. */
    public Wishes(
            @Nullable Instant sendAfter, @Nullable Party from, @Nullable String tenant, Map<String, Object> userData) {
        this(false, sendAfter, from, tenant, userData, Stationery.PLAIN, Original.NONE);
    }

    /** The same, written on something. */
    public Wishes on(Stationery paper) {
        return new Wishes(quote, sendAfter, from, tenant, userData, paper, original);
    }

    /** The same about a mail. */
    public Wishes about(Original mail) {
        return new Wishes(quote, sendAfter, from, tenant, userData, stationery, mail);
    }

    /** One about an interaction. */
    public Wishes(boolean quote, @Nullable Instant sendAfter, @Nullable Party from) {
        this(quote, sendAfter, from, null, Map.of(), Stationery.PLAIN, Original.NONE);
    }
}
