package dev.serai.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of a dispatch for one envelope recipient.
 *
 * @param status the reply code, with the enhanced code (RFC 3463) where the server gave one, such as `550 5.1.1`
 * @param words the server's, at most {@value #MOST_WORDS} characters
 * @param at since when it is so; null = since the dispatch was born
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipient(
        String address,
        State state,
        @Nullable String status,
        @Nullable String words,
        @Nullable Instant at) {
    private static final int MOST_WORDS = 500;
    private static final Pattern CODES =
            Pattern.compile("([245]\\d\\d)(?:[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);

    /** How far it has come. */
    public enum State {
        /** Nobody answered for it yet. */
        WAITING,
        /** The server took it. */
        SENT,
        /** It was refused for now, and is tried again. */
        DEFERRED,
        /** It was refused for good, or given up. */
        FAILED,
        /** It was taken, and a report came back. */
        BOUNCED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Recipient {
        words = words == null || words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS);
    }

    static Recipient waiting(String address) {
        return new Recipient(address, State.WAITING, null, null, null);
    }

    /** Whether another try is to be made. */
    @JsonIgnore
    public boolean isLeft() {
        return state == State.WAITING || state == State.DEFERRED;
    }

    /** Whether a server took it for this one. */
    boolean hadIt() {
        return state == State.SENT || state == State.BOUNCED;
    }

    /** The same after an answer; the status is read from its words. */
    public Recipient to(State next, @Nullable String said, Instant now) {
        return new Recipient(address, next, statusOf(said), said, now);
    }

    private static @Nullable String statusOf(@Nullable String said) {
        Matcher codes = CODES.matcher(said == null ? "" : said);
        if (!codes.matches()) {
            return null;
        }
        return codes.group(2) == null ? codes.group(1) : codes.group(1) + " " + codes.group(2);
    }
}
