package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cuts a connection when the answer takes too long in all, for who sends an octet now and then is never silent. */
final class Patience {
    /** A command may take so many read time-outs. */
    static final int TIMEOUTS = 10;

    private final MailServer server;
    private final ScheduledExecutorService timer;
    private final Runnable cut;

    /** @param cut ends the connection from any thread, so that who reads fails; it must not block */
    Patience(MailServer server, ScheduledExecutorService timer, Runnable cut) {
        this.server = server;
        this.timer = timer;
        this.cut = cut;
    }

    /** Ends the connection now. */
    void cut() {
        cut.run();
    }

    /** What is said to a server and answered. */
    @FunctionalInterface
    interface Talk<T, E extends Exception> {
        T talk() throws E;
    }

    /** @throws ConnectionFailed when it was cut */
    <T, E extends Exception> T until(Talk<T, E> talk) throws E, ConnectionFailed {
        long limit = server.readTimeout().toMillis() * TIMEOUTS;
        AtomicBoolean over = new AtomicBoolean();
        Future<?> guard = timer.schedule(
                () -> {
                    over.set(true);
                    cut.run();
                },
                limit,
                TimeUnit.MILLISECONDS);
        try {
            return talk.talk();
        } catch (Exception failure) {
            if (over.get()) {
                throw Trouble.endless(server, limit);
            }
            throw failure;
        } finally {
            guard.cancel(false);
        }
    }
}
