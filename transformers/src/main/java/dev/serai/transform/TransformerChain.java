package dev.serai.transform;

import dev.serai.message.MailMessage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Runs transformers one after the other, in the order of the configuration. Safe for several threads. */
public final class TransformerChain {
    /** What all of them may take for one mail when nothing else is said. */
    public static final Duration DEFAULT_TIME = Duration.ofMinutes(4);

    private final List<Lane> lanes;
    private final Duration time;
    private final ChainListener listener;

    /** With the default time, and nobody told. */
    public TransformerChain(List<TransformerStep> steps) {
        this(steps, DEFAULT_TIME, ChainListener.NONE);
    }

    /**
     * @param time what all of them together may take for one mail; those that it does not suffice for fail
     * @param listener is told of every run
     */
    public TransformerChain(List<TransformerStep> steps, Duration time, ChainListener listener) {
        this.lanes = steps.stream().map(Lane::new).toList();
        this.time = time;
        this.listener = listener;
    }

    /**
     * Runs all of them. It ends early when one fails: with the mail as it came, wrapped, when the action is wrap; with a
     * reason to stop when it is retry or quarantine. On the way out every failure is a bypass.
     *
     * @throws UncheckedIOException only when the raw mail cannot be read
     * @throws ChainInterrupted when the calling thread was interrupted
     */
    public ChainResult run(MailMessage message, TransformContext context) {
        ChainRun run = new ChainRun(message, context, time, listener);
        for (Lane lane : lanes) {
            if (!run.take(lane)) {
                break;
            }
        }
        return run.result();
    }

    /** Whether it has no transformers, so that running it does nothing. */
    public boolean isEmpty() {
        return lanes.isEmpty();
    }
}
