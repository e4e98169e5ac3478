package dev.serai.overdue;

import dev.serai.files.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which limits of its file a queue is over. */
public final class QueueAlarm {
    private QueueAlarm() {}

    /**
     * The limits that are exceeded, each with the reason in words.
     *
     * @param depth how many wait
     * @param oldest since when the oldest waits that could be taken; null where none does
     * @return by `depth` and `oldest`
     */
    public static Map<String, String> of(QueueClock clock, long depth, @Nullable Instant oldest, Instant now) {
        Map<String, String> over = new LinkedHashMap<>();
        Optional<Integer> most = clock.queue().alert().depth().filter(limit -> depth > limit);
        most.ifPresent(limit -> over.put("depth", depth + " wait, more than the " + limit + " of its alert"));
        Optional<Duration> longest = clock.queue().alert().oldest();
        if (oldest != null && longest.isPresent() && clock.between(oldest, now).compareTo(longest.get()) > 0) {
            over.put(
                    "oldest",
                    "the oldest waits longer than the " + Units.text(longest.get()) + clock.words() + " of its alert");
        }
        return over;
    }
}
