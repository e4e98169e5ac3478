package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.TransformResult.Failed;
import dev.serai.transform.TransformResult.Rewritten;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of one mail through the chain. */
final class ChainRun {
    private final TransformContext start;
    private final List<TransformerOutcome> outcomes = new ArrayList<>();
    private TransformContext context;
    private MailMessage read;
    private MailMessage message;
    private ChainResult.@Nullable Stop stop;

    ChainRun(MailMessage message, TransformContext context) {
        this.start = context;
        this.context = context;
        this.read = message;
        this.message = message;
    }

    /** Runs one; false when the chain ends here. */
    boolean take(TransformerStep step) {
        TransformResult result = run(step);
        if (result instanceof Rewritten rewritten) {
            result = reread(step, rewritten);
        }
        outcomes.add(outcome(step, result));
        if (result instanceof Changed changed) {
            message = changed.message();
        }
        return !(result instanceof Failed failed) || goesOn(step, failed);
    }

    ChainResult result() {
        return new ChainResult(
                message, context.raw(), read, context.raw() != start.raw(), outcomes, stop, start.scratch());
    }

    private TransformResult run(TransformerStep step) {
        try {
            return step.transformer().transform(message, context.with(step.log()));
        } catch (Exception | StackOverflowError | LinkageError e) {
            return TransformResult.failed(step.name() + " failed: " + e);
        }
    }

    /** New bytes are read at once: what cannot be read again is the transformer's failure. */
    private TransformResult reread(TransformerStep step, Rewritten rewritten) {
        try {
            read = context.reader().read(rewritten.raw());
            message = read;
            context = context.with(rewritten.raw());
            return rewritten;
        } catch (IOException e) {
            return TransformResult.failed("what " + step.name() + " wrote cannot be read: " + e.getMessage());
        }
    }

    private boolean goesOn(TransformerStep step, Failed failed) {
        FailureAction action = failed.action() == null ? step.onFailure() : failed.action();
        if (start.direction() == Direction.OUTBOUND || action == FailureAction.BYPASS) {
            return true;
        }
        if (action == FailureAction.WRAP) {
            wrap(failed.reason());
        } else {
            stop = new ChainResult.Stop(failed.reason(), Objects.requireNonNull(action));
        }
        return false;
    }

    /** The mail as it came, in a message around it. */
    private void wrap(String reason) {
        try {
            context = start;
            message = start.reader().wrap(start.raw(), reason);
            read = message;
        } catch (IOException e) {
            throw new UncheckedIOException("The raw mail could not be read for its wrapper.", e);
        }
    }

    private static TransformerOutcome outcome(TransformerStep step, TransformResult result) {
        if (result instanceof Changed changed) {
            return new TransformerOutcome(step.name(), "changed", changed.reason());
        }
        if (result instanceof Rewritten rewritten) {
            return new TransformerOutcome(step.name(), "rewritten", rewritten.reason());
        }
        if (result instanceof Failed failed) {
            return new TransformerOutcome(step.name(), "failed", failed.reason());
        }
        return new TransformerOutcome(step.name(), "unchanged", "");
    }
}
