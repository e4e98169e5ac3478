package dev.serai.capture.mailbox;

import dev.serai.capture.Captured;
import dev.serai.interaction.PointName;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings a mailbox in line for its turns: one at a time, after the delay that the last one asked for, or when woken. */
final class MailboxPoint {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AFTER_ERROR = Duration.ofMinutes(1);

    private final PointName name;
    private final MailboxTools tools;
    private final MailboxCycle cycle;
    private @Nullable Future<?> next;
    private boolean open;
    private boolean inLine;
    private boolean looking;
    private boolean again;
    private long lookingSince;

    MailboxPoint(PointName name, MailboxTools tools, Consumer<Captured> steps) {
        this.name = name;
        this.tools = tools;
        this.cycle = new MailboxCycle(name, tools, steps, this::wake);
    }

    synchronized void start() {
        open = true;
        tools.points().started(name, this::wake);
        schedule(Duration.ZERO);
    }

    /** Looks as soon as it is its turn, or once more after the look that is under way. */
    synchronized void wake() {
        again = looking;
        schedule(Duration.ZERO);
    }

    /** Waits for the look that is under way until it has taken ten seconds: what takes longer may hang. */
    synchronized void stop() throws InterruptedException {
        open = false;
        if (next != null) {
            next.cancel(false);
        }
        while (looking && millisLeft() > 0) {
            wait(millisLeft());
        }
        if (!looking) {
            cycle.end();
        }
        tools.points().stopped(name);
    }

    private long millisLeft() {
        return PATIENCE.toMillis() - (System.nanoTime() - lookingSince) / 1_000_000;
    }

    private synchronized void schedule(Duration delay) {
        if (!open || looking || inLine) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        if (delay.isZero()) {
            standInLine();
        } else {
            next = tools.workers().after(delay, this::standInLine);
        }
    }

    private synchronized void standInLine() {
        if (open && !looking && !inLine) {
            inLine = true;
            tools.workers().offer(new Turn(cycle.host(), cycle.isDoubtful(), this::turn));
        }
    }

    private void turn() {
        if (!begin()) {
            return;
        }
        Duration delay = AFTER_ERROR;
        try {
            delay = cycle.turn();
        } finally {
            end(delay);
        }
    }

    private synchronized boolean begin() {
        inLine = false;
        looking = open;
        lookingSince = System.nanoTime();
        return open;
    }

    private synchronized void end(Duration delay) {
        looking = false;
        notifyAll();
        if (!open) {
            cycle.end();
        }
        schedule(again ? Duration.ZERO : delay);
        again = false;
    }
}
