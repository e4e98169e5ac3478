package dev.serai.capture.mailbox;

import dev.serai.capture.Captured;
import dev.serai.interaction.PointName;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives a mailbox its turns: one at a time, after the delay that the last one asked for, or at once when woken. */
final class MailboxPoint {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final PointName name;
    private final MailboxTools tools;
    private final MailboxCycle cycle;
    private @Nullable Future<?> next;
    private boolean open;
    private boolean looking;
    private boolean again;

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

    /** Looks now, or once more after the look that is under way. */
    synchronized void wake() {
        again = looking;
        schedule(Duration.ZERO);
    }

    /** Waits for the look that is under way, ten seconds at most. */
    synchronized void stop() throws InterruptedException {
        open = false;
        if (next != null) {
            next.cancel(false);
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (long left = PATIENCE.toMillis(); looking && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        if (!looking) {
            cycle.end();
        }
        tools.points().stopped(name);
    }

    private synchronized void schedule(Duration delay) {
        if (!open || looking) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        next = tools.workers().after(delay, this::turn);
    }

    private void turn() {
        if (!begin()) {
            return;
        }
        Duration delay = Duration.ofMinutes(1);
        try {
            delay = cycle.turn();
        } finally {
            end(delay);
        }
    }

    private synchronized boolean begin() {
        boolean mine = open && !looking;
        looking |= mine;
        return mine;
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
