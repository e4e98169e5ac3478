package dev.serai.capture.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stored mails with which the server refuses to do what afterProcessing says: each is tried again, later and later. */
final class Reluctance {
    /** With so many no others are tried until some are due. */
    static final int MOST = 2000;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    private final Clock clock;
    private final Map<String, Rest> rests = new HashMap<>();

    Reluctance(Clock clock) {
        this.clock = clock;
    }

    private record Rest(Instant until, int refusals) {}

    /** Positions that are not to be tried now, of those that begin so; the others mean nothing any more. */
    Set<String> resting(String prefix) {
        rests.keySet().removeIf(position -> !position.startsWith(prefix));
        Instant now = clock.instant();
        return rests.entrySet().stream()
                .filter(entry -> entry.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** @param interval before it is tried again the first time; it doubles up to an hour */
    void refused(String position, Duration interval) {
        Rest before = rests.get(position);
        int refusals = before == null ? 0 : Math.min(DOUBLINGS, before.refusals() + 1);
        Duration longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
        Duration rest = interval.multipliedBy(1L << refusals);
        rests.put(position, new Rest(clock.instant().plus(rest.compareTo(longest) > 0 ? longest : rest), refusals));
    }

    void settled(Collection<String> positions) {
        rests.keySet().removeAll(Set.copyOf(positions));
    }

    /** Everything may be tried at once, as after another definition. */
    void forget() {
        rests.clear();
    }

    int mails() {
        return rests.size();
    }
}
