package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.TransformResult.Failed;
import dev.serai.transform.TransformResult.Rewritten;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of one mail through the chain. */
final class ChainRun {
    private final TransformContext start;
    private final MailMessage came;
    private final long end;
    private final ChainListener listener;
    private final List<TransformerOutcome> outcomes = new ArrayList<>();
    private TransformContext context;
    private MailMessage read;
    private MailMessage message;
    private ChainResult.@Nullable Stop stop;

    ChainRun(MailMessage message, TransformContext context, Duration time, ChainListener listener) {
        this.start = context;
        this.came = message;
        this.end = System.nanoTime() + time.toNanos();
        this.listener = listener;
        this.context = context.with(context.raw(), message);
        this.read = message;
        this.message = message;
    }

    /** Runs one; false when the chain ends here. */
    boolean take(Lane lane) {
        long begin = System.nanoTime();
        Made made = lane.run(message, context, Duration.ofNanos(Math.max(0, end - begin)));
        if (start.direction() == Direction.OUTBOUND) {
            made = Identity.kept(message, made);
        }
        tell(lane.step(), outcome(lane.step(), made.result()), Duration.ofNanos(System.nanoTime() - begin));
        goOn(made);
        return !(made.result() instanceof Failed failed) || goesOn(lane.step(), failed);
    }

    private void tell(TransformerStep step, TransformerOutcome outcome, Duration took) {
        outcomes.add(outcome);
        listener.ran(outcome, took);
        if (step.debug() != null) {
            step.debug()
                    .accept("result=" + outcome.result() + " millis=" + took.toMillis() + " reason="
                            + outcome.reason().replaceAll("\\s+", " "));
        }
    }

    ChainResult result() {
        return new ChainResult(
                message, context.raw(), read, context.raw() != start.raw(), outcomes, stop, start.scratch());
    }

    private void goOn(Made made) {
        message = made.message() == null ? message : made.message();
        if (made.raw() != null) {
            context = context.with(made.raw(), message);
            read = message;
        }
    }

    private boolean goesOn(TransformerStep step, Failed failed) {
        FailureAction action = failed.action() == null ? step.onFailure() : failed.action();
        if (start.direction() == Direction.OUTBOUND || action == FailureAction.BYPASS) {
            return true;
        }
        String reason = step.name() + " failed: " + failed.reason();
        if (action == FailureAction.WRAP) {
            wrap(reason);
        } else {
            stop = new ChainResult.Stop(reason, action);
        }
        return false;
    }

    /** The mail as it came, in a message around it. */
    private void wrap(String reason) {
        try {
            context = start.with(start.raw(), message);
            message = start.reader().wrap(start.raw(), reason);
            read = came;
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
