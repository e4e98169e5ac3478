package dev.serai.live;

import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets generations that were replaced end their last work, for so long at most, and closes them. */
final class Retirement implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);

    private final Duration patience;
    private final Runnable tidy;
    private final Set<Live> leaving = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Ticks.named("serai-config-retire", 1);

    /** @param tidy called after each that was closed */
    Retirement(Duration patience, Runnable tidy) {
        this.patience = patience;
        this.tidy = tidy;
    }

    void retire(Live old) {
        leaving.add(old);
        CompletableFuture<?> unused = old.retired()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((done, late) -> end(old, late != null), thread);
    }

    /** Those that are not closed yet. */
    Set<Live> leaving() {
        return leaving;
    }

    private void end(Live old, boolean late) {
        if (late) {
            LOG.warn(
                    "work of files that were replaced did not end in time, it is tried again generation={}",
                    old.generation().id());
        }
        try {
            old.close();
        } catch (RuntimeException failure) {
            LOG.warn("files that were replaced were not closed cleanly reason={}", failure.getMessage());
        }
        leaving.remove(old);
        try {
            tidy.run();
        } catch (RuntimeException failure) {
            LOG.warn("what is left of replaced files is tidied up later reason={}", failure.getMessage());
        }
    }

    @Override
    public void close() {
        Ticks.end(thread);
        leaving.forEach(Live::close);
    }
}
