package dev.serai.transform;

import dev.serai.message.MailMessage;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs transformers one after the other, in the order of the configuration. Safe for several threads. */
public final class TransformerChain {
    private final List<TransformerStep> steps;

    public TransformerChain(List<TransformerStep> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Runs all of them. It ends early when one fails: with the mail as it came, wrapped, when the action is wrap; with a
     * reason to stop when it is retry or quarantine. On the way out every failure is a bypass.
     *
     * @throws UncheckedIOException only when the raw mail cannot be read
     */
    public ChainResult run(MailMessage message, TransformContext context) {
        ChainRun run = new ChainRun(message, context);
        for (TransformerStep step : steps) {
            if (!run.take(step)) {
                break;
            }
        }
        return run.result();
    }

    /** Whether it has no transformers, so that running it does nothing. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
