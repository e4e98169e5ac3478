package dev.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Units;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.operation.DeliveryKey;
import dev.serai.operation.Idempotent;
import dev.serai.operation.JsonFields;
import dev.serai.operation.Lease;
import dev.serai.operation.Operations;
import dev.serai.operation.Outcome;
import dev.serai.operation.Pull;
import dev.serai.operation.PullRequest;
import dev.serai.operation.PulledBatch;
import dev.serai.operation.Return;
import dev.serai.operation.Target;
import dev.serai.store.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** POST /queues/{q}/pull: what is due, at once. Waiting for it is {@link LongPoll}'s. */
final class PullApi {
    private static final Logger LOG = LoggerFactory.getLogger(PullApi.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration LONGEST_LEASE = Duration.ofHours(24);

    private final RestDependencies hub;
    private final Operations operations;
    private final Borders borders;

    PullApi(RestDependencies hub, Operations operations, Borders borders) {
        this.borders = borders;
        this.hub = hub;
        this.operations = operations;
    }

    /**
     * A pull that was read.
     *
     * @param tenants of whom it may be
     * @param pull what it claims
     * @param patience how long it may wait for something to claim
     * @param keyed whether its answer is kept, so that the client may ask for it again
     */
    record Asked(
            QueueName queue,
            String view,
            String tenants,
            Unit<Outcome<List<Lease>>> pull,
            Duration patience,
            boolean keyed) {}

    ApiResponse pull(ApiRequest request) {
        return answer(attempt(read(request)));
    }

    Asked read(ApiRequest request) {
        request.query().only();
        QueueName queue = request.queue();
        Map<QueueName, QueueDefinition> queues = borders.queues(request.realm());
        QueueDefinition declared = queues.get(queue);
        if (declared == null) {
            throw Borders.none(
                    "queue",
                    queue.value(),
                    queues.keySet().stream().map(QueueName::value).toList());
        }
        JsonFields fields = request.json();
        Integer max = fields.number("max", 1, PullRequest.MOST);
        Duration lease = duration(fields, "lease", LONGEST_LEASE);
        Duration patience = duration(fields, "wait", LONGEST_WAIT);
        String worker = fields.text("worker", 128);
        if (worker != null && PointName.isActor(worker)) {
            fields.fault("worker", "is how events name a capture point; expected another name");
        }
        String view = view(fields, declared);
        fields.finish();
        PullRequest wanted = new PullRequest(
                request.realm().rows(),
                queue,
                view,
                max == null ? 1 : max,
                lease == null || lease.isZero() ? declared.lease() : lease,
                worker == null || worker.isBlank() ? "client" : worker);
        return new Asked(
                queue,
                view,
                request.realm().rows(),
                Acting.of(request.caller(), once(request, new Pull(wanted, queues))),
                patience == null ? Duration.ZERO : patience,
                Keyed.key(request) != null);
    }

    Outcome<List<Lease>> attempt(Asked asked) {
        return operations.pull(asked.pull());
    }

    ApiResponse answer(Outcome<List<Lease>> outcome) {
        List<Lease> batch = outcome.orThrow();
        Generation generation = hub.config().get().generation();
        ApiResponse answer = ApiResponse.json(Map.of(
                "items",
                batch.stream()
                        .map(lease -> InteractionView.leased(lease, generation))
                        .toList()));
        boolean replayed = outcome instanceof Outcome.Done<List<Lease>> done && done.replayed();
        return replayed ? answer.with("Idempotent-Replayed", "true") : answer;
    }

    /** The client left before it was answered: its work need not wait until the leases end. */
    void giveBack(Asked asked, Outcome<List<Lease>> outcome) {
        if (asked.keyed() || !(outcome instanceof Outcome.Done<List<Lease>> done)) {
            return;
        }
        for (Lease lease : done.value()) {
            Target target =
                    new Target(lease.interaction().tenant(), lease.interaction().id());
            CompletableFuture<?> unused = operations
                    .run(new Return(target, lease.token(), Duration.ZERO, "its client left before it was answered"))
                    .exceptionally(failure -> {
                        LOG.debug("work was not given back, its lease runs out by itself", failure);
                        return Outcome.done(lease.interaction());
                    });
        }
    }

    /** Nothing was there to be claimed. */
    ApiResponse nothing() {
        return answer(Outcome.done(List.of()));
    }

    /** Whether waiting may help. */
    static boolean isEmpty(Outcome<List<Lease>> outcome) {
        return outcome instanceof Outcome.Done<List<Lease>> done && done.value().isEmpty() && !done.replayed();
    }

    private static Unit<Outcome<List<Lease>>> once(ApiRequest request, Pull pull) {
        DeliveryKey key = Keyed.key(request);
        return key == null ? pull : new Idempotent<>(pull, key, new PulledBatch());
    }

    /** As text with a unit, or a number of seconds. */
    private static @Nullable Duration duration(JsonFields fields, String name, Duration longest) {
        JsonNode given = fields.get(name);
        if (given == null) {
            return null;
        }
        Duration value = given.isIntegralNumber()
                ? Duration.ofSeconds(Math.max(-1, given.asLong()))
                : fields.value(name, Units::duration);
        if (value != null && (value.isNegative() || value.compareTo(longest) > 0)) {
            fields.fault(name, given + " is not from 0 to " + longest.toSeconds() + " seconds");
        }
        return value;
    }

    private static String view(JsonFields fields, QueueDefinition queue) {
        String view = fields.text("view", 64);
        if (view != null && !queue.views().containsKey(view)) {
            fields.fault(
                    "view",
                    "queue '" + queue.name() + "' has no view '" + view + "'"
                            + Nearest.hint(view, queue.views().keySet()));
        }
        return view == null ? QueueDefinition.DEFAULT_VIEW : view;
    }
}
