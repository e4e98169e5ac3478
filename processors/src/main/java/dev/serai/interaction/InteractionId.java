package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of one interaction: a UUIDv7 (RFC 9562, section 5.7) as lower-case text, so that ids sort by time of birth. */
public record InteractionId(@JsonValue String value) implements Comparable<InteractionId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public InteractionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("interaction id '" + value
                    + "' is not a UUID in lower case, like 0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        }
    }

    @JsonCreator
    public static InteractionId of(String value) {
        return new InteractionId(value);
    }

    /** A new id, greater than those made in an earlier millisecond. */
    public static InteractionId next(Clock clock) {
        long random = RANDOM.nextLong();
        long high = (clock.millis() << 16) | 0x7000L | (random & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new InteractionId(new UUID(high, low).toString());
    }

    @Override
    public int compareTo(InteractionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
