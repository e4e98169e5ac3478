package dev.serai.dispatch;

import dev.serai.dispatch.Claims.Claimed;
import dev.serai.interaction.Fence;
import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends claimed mail and writes what became of it. */
final class DispatchWorker {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchWorker.class);
    private static final int WRITE_TRIES = 60;

    private final Store store;
    private final DispatchRun run;
    private final DispatchMeters meters;
    private final Schedule schedule = new Schedule(new Random());

    DispatchWorker(Store store, DispatchRun run, DispatchMeters meters) {
        this.store = store;
        this.run = run;
        this.meters = meters;
    }

    SendResult send(Claimed claimed, Exits exits) {
        Fence fence = claimed.work().fence();
        SendResult result = run.send(claimed, exits);
        try {
            Optional<DispatchRow.State> state =
                    write(new Settlement(fence, result, schedule, exits.generation(), run.facts(claimed)));
            state.ifPresent(settled -> meters.settled(claimed.dispatch().account(), settled));
            LOG.info(
                    "dispatch ended id={} account={} state={}",
                    fence.id(),
                    claimed.dispatch().account(),
                    state.map(DispatchRow.State::word).orElse("taken away"));
        } catch (RuntimeException notWritten) {
            LOG.warn(
                    "what became of a dispatch could not be written, its lease will run out id={} reason={}",
                    fence.id(),
                    Words.of(notWritten));
        }
        return result;
    }

    /** A database that is away for a minute must not make a mail uncertain whose fate is known here. */
    private Optional<DispatchRow.State> write(Settlement settlement) {
        for (int left = WRITE_TRIES; ; left--) {
            try {
                return store.writeNow(settlement);
            } catch (StoreException.Unavailable away) {
                if (left <= 1 || !pause()) {
                    throw away;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
