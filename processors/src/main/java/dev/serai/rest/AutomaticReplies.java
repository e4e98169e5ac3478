package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.files.ReplyKeys;
import dev.serai.store.ReplyPause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the hub answers by itself.
 *
 * @param automatic the setting: on or off
 * @param paused whether nothing is answered automatically, by the setting or by an operator
 * @param since since when an operator has it paused; null where none has
 * @param counts replies since this node started, those that were left out by their reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AutomaticReplies(
        String automatic, boolean paused, @Nullable Instant since, List<Count> counts) {

    /** How many of a kind ended so: `accepted`, or `suppressed-` with the reason. */
    record Count(String kind, String result, long count) {}

    /** @throws dev.serai.store.StoreException.Unavailable when the database is away */
    static AutomaticReplies of(RestDependencies hub) {
        String setting = hub.settings().text(ReplyKeys.AUTOMATIC);
        Instant since = hub.store().read(ReplyPause::since).orElse(null);
        return new AutomaticReplies(setting, since != null || !setting.equals("on"), since, counts(hub.meters()));
    }

    /** The same without figures of the whole hub. */
    AutomaticReplies uncounted() {
        return new AutomaticReplies(automatic, paused, since, List.of());
    }

    /** In words why nothing is answered; null when it is. */
    @Nullable
    String because() {
        if (!paused) {
            return null;
        }
        return since == null
                ? "automatic replies are switched off (" + ReplyKeys.AUTOMATIC.name() + ")"
                : "automatic replies are paused since " + since;
    }

    private static List<Count> counts(MeterRegistry meters) {
        return meters.find("serai.replies").counters().stream()
                .map(AutomaticReplies::count)
                .sorted(Comparator.comparing(Count::kind).thenComparing(Count::result))
                .toList();
    }

    private static Count count(Counter counter) {
        return new Count(
                String.valueOf(counter.getId().getTag("kind")),
                String.valueOf(counter.getId().getTag("result")),
                Math.round(counter.count()));
    }
}
