package dev.serai.dispatch;

import dev.serai.dispatch.Claims.Claimed;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends claimed mail and hands over what became of it. */
final class DispatchWorker {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchWorker.class);

    private final DispatchRun run;
    private final Settlements settlements;
    private final DispatchMeters meters;
    private final Schedule schedule = new Schedule(new Random());

    DispatchWorker(Store store, DispatchPolicy policy, Settlements settlements, DispatchMeters meters) {
        this.run = new DispatchRun(store, policy);
        this.settlements = settlements;
        this.meters = meters;
    }

    /**
     * What one try came to.
     *
     * @param settled done when it is durable, or given up
     */
    record Try(SendResult result, CompletableFuture<?> settled) {}

    /** @param before what became of the mail before, over the same connection as a rule */
    Try send(Leaving one, Future<?> before) {
        Claimed claimed = one.claimed();
        SendResult result = run.send(claimed, one.exits(), before);
        Tried tried = new Tried(one.fence(), result, one.exits().generation(), run.facts(claimed));
        return new Try(
                result,
                settlements
                        .settle(new Settlement(tried, schedule))
                        .whenComplete((state, failure) -> told(claimed, state, failure)));
    }

    private void told(Claimed claimed, Optional<DispatchRow.State> state, Throwable failure) {
        InteractionId id = claimed.work().id();
        if (failure != null) {
            LOG.warn(
                    "what became of a dispatch could not be written, its lease will run out id={} reason={}",
                    id,
                    Words.of(failure));
            return;
        }
        state.ifPresent(settled -> meters.settled(claimed.dispatch().account(), settled));
        LOG.info(
                "dispatch ended id={} account={} state={}",
                id,
                claimed.dispatch().account(),
                state.map(DispatchRow.State::word).orElse("taken away"));
    }
}
