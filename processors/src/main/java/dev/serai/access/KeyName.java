package dev.serai.access;

import java.util.Set;
import java.util.regex.Pattern;

/** What a key is called: the actor of all that is done with it. */
public record KeyName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    /** Actors of events that are no callers. */
    private static final Set<String> TAKEN = Set.of(
            "operator",
            "hub",
            "files",
            "intake",
            "dispatch",
            "watchdog",
            "client",
            "escalation",
            "sweeper",
            "feeder",
            "alert",
            "capture",
            "nobody");

    /** @throws IllegalArgumentException when it cannot be one */
    public static KeyName of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no name for a key; expected up to 63 of a-z, 0-9 and -, the first a letter");
        }
        if (TAKEN.contains(text) || text.startsWith("strategy-")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is how events name a part of the hub; expected another name");
        }
        return new KeyName(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
