package dev.serai.transform;

import dev.serai.message.MailMessage;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs one transformer within its deadline. A built-in one that a look at the message is enough for runs where the caller
 * is; all else is handed over to a thread that can be interrupted. A run that ignores its interrupt is left behind; while
 * {@value #STRAYS} of one transformer are, it gets no more mail and fails at once.
 */
final class Lane {
    static final int STRAYS = 4;
    private static final String BUILT_IN = "dev.serai.";

    private final TransformerStep step;
    private final boolean builtIn;
    private final AtomicInteger strays = new AtomicInteger();

    Lane(TransformerStep step) {
        this.step = step;
        this.builtIn = step.transformer().getClass().getName().startsWith(BUILT_IN);
    }

    TransformerStep step() {
        return step;
    }

    /**
     * Runs it; what it throws, and a deadline that is over, is a failure.
     *
     * @param left of the time that the whole chain may take
     * @throws ChainInterrupted when the caller was interrupted meanwhile
     */
    Made run(MailMessage message, TransformContext context, Duration left) {
        try {
            if (builtIn && !step.transformer().concerns(message)) {
                return Made.nothing();
            }
        } catch (RuntimeException | StackOverflowError failure) {
            return failed(failure, context.with(step.log()));
        }
        if (strays.get() >= STRAYS) {
            return Made.failed(STRAYS + " runs of it hang since their deadline");
        }
        Duration deadline = left.compareTo(step.deadline()) < 0 ? left : step.deadline();
        return handOver(message, context.with(step.log()), deadline);
    }

    private Made handOver(MailMessage message, TransformContext context, Duration deadline) {
        AtomicInteger stray = new AtomicInteger();
        Turn turn = new Turn(() -> work(message, context), () -> strays.addAndGet(-stray.getAndSet(0)));
        TransformerThread.start(turn);
        try {
            if (!turn.await(deadline) && turn.cut()) {
                strayed(turn, stray);
                return Made.failed("it took longer than its deadline of " + ConfigUnits.text(deadline));
            }
            return turn.result();
        } catch (InterruptedException interrupted) {
            turn.cut();
            Thread.currentThread().interrupt();
            throw new ChainInterrupted(step.name());
        } catch (Throwable failure) {
            return failed(failure, context);
        }
    }

    /** Counts it until it ends, which may have happened just now. */
    private void strayed(Turn turn, AtomicInteger stray) {
        strays.incrementAndGet();
        stray.set(1);
        if (turn.hasEnded()) {
            strays.addAndGet(-stray.getAndSet(0));
        }
    }

    private Made work(MailMessage message, TransformContext context) throws Exception {
        // Code of others is not bound by our annotations.
        @Nullable TransformResult result = step.transformer().transform(message, context);
        return result == null ? Made.failed("it returned null, not a result") : Made.of(result, message, context);
    }

    /** The reason is one line; who writes the transformer finds the rest in its debug log. */
    private static Made failed(Throwable failure, TransformContext context) {
        try (PrintStream log = context.debug().stream()) {
            failure.printStackTrace(log);
        }
        return Made.failed(
                failure instanceof Scratch.Full ? String.valueOf(failure.getMessage()) : "it threw " + failure);
    }
}
