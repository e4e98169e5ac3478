package dev.serai.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.State;
import dev.serai.interaction.TenantName;
import dev.serai.overdue.QueueAlarm;
import dev.serai.overdue.QueueClock;
import dev.serai.queue.Outages;
import dev.serai.queue.Overruns.Overrun;
import dev.serai.rest.QueueFigures.ViewDepth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A queue as operators see it.
 *
 * @param kind strategy, client or hub (the hub's own)
 * @param tenant whose it is; null where it is shared
 * @param depth due, or soon to be tried again
 * @param waiting what waits for a time that has not come, as a strategy or the `sendAfter` of a mail wished
 * @param waitingUntil when the first of it is due
 * @param inWork with a strategy or a client
 * @param oldest since when the oldest that could be taken waits
 * @param waitsFor what its strategy asks and that is away; null where it does not wait
 * @param overran runs of its strategy that ignore that their time is over, on this node; null where none does
 * @param alert which limit of its file it is over, in words
 * @param overdue how many were received longer ago than its objective allows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueStatus(
        String name,
        String description,
        String kind,
        @Nullable TenantName tenant,
        boolean paused,
        long depth,
        long waiting,
        @Nullable Instant waitingUntil,
        long inWork,
        long held,
        long quarantined,
        @Nullable Instant oldest,
        @Nullable Double oldestAgeSeconds,
        @Nullable String owner,
        @Nullable String alert,
        @Nullable Long overdue,
        @Nullable List<ViewDepth> views,
        @Nullable Away waitsFor,
        @Nullable Overrun overran) {

    /** What it waits for, on this node: nothing is claimed but one interaction now and then, to see whether it is back. */
    record Away(String name, String reason, Instant since) {
        static Away of(Outages.Outage outage) {
            return new Away(outage.name(), outage.reason(), outage.since());
        }
    }

    static QueueStatus of(
            QueueClock clock,
            HubReading reading,
            QueueFigures figures,
            Optional<Outages.Outage> outage,
            Optional<Overrun> overrun) {
        QueueDefinition queue = clock.queue();
        Instant oldest = reading.oldestDue(queue.name());
        long depth = reading.count(queue.name(), State.QUEUED);
        return new QueueStatus(
                queue.name().value(),
                queue.description(),
                kind(queue),
                queue.tenant().orElse(null),
                reading.pausedOf("queue").contains(queue.name().value()),
                depth,
                reading.waiting(queue.name()),
                reading.waitingUntil(queue.name()),
                reading.count(queue.name(), State.ROUTING, State.ASSIGNED),
                reading.count(queue.name(), State.HELD),
                reading.count(queue.name(), State.QUARANTINED),
                oldest,
                oldest == null ? null : reading.ageSeconds(oldest),
                queue.owner().orElse(null),
                QueueAlarm.of(clock, depth, oldest, reading.at()).values().stream()
                        .findFirst()
                        .orElse(null),
                figures.overdue(),
                figures.views(),
                outage.map(Away::of).orElse(null),
                overrun.orElse(null));
    }

    private static String kind(QueueDefinition queue) {
        if (queue.isHubOwn()) {
            return "hub";
        }
        return queue.strategy() ? "strategy" : "client";
    }
}
