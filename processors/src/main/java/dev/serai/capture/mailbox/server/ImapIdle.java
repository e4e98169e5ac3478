package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** IDLE (RFC 2177) on one connection: between {@link #begin} and {@link #end} nothing else may be said on it. */
final class ImapIdle {
    /** Who sends without end is listened to so often only. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final ImapCommands imap;
    private final @Nullable SocketChannel channel;
    private final IdleWatch watch;
    private final ScheduledExecutorService timer;
    private boolean refused;
    private boolean on;
    private long begun = System.nanoTime() - SHORTEST.toNanos();
    private IdleWatch.@Nullable Watched watched;

    ImapIdle(ImapCommands imap, @Nullable SocketChannel channel, IdleWatch watch, ScheduledExecutorService timer) {
        this.imap = imap;
        this.channel = channel;
        this.watch = watch;
        this.timer = timer;
    }

    /**
     * Asks the server to tell; not where it cannot.
     *
     * @param news run once, on any thread, when there may be something new or the connection broke; it must not block
     */
    boolean begin(Runnable news) throws ConnectionFailed, IOException {
        SocketChannel open = channel;
        if (open == null || refused || !imap.can("IDLE")) {
            return false;
        }
        if (!imap.idle()) {
            refused = true;
            return false;
        }
        on = true;
        Runnable later = paced(news);
        if (imap.hasNews()) {
            later.run();
        } else {
            watched = watch.watch(open, later);
        }
        return true;
    }

    private Runnable paced(Runnable news) {
        long wait = Math.max(0, begun + SHORTEST.toNanos() - System.nanoTime());
        begun = System.nanoTime();
        return () -> {
            try {
                Future<?> unused = timer.schedule(news, wait, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException ending) {
                // The hub stops: nobody wants news any more.
            }
        };
    }

    /** Whether the server was asked to tell. */
    boolean isOn() {
        return on;
    }

    /** Takes the connection back; the server tells until then what it has to tell. */
    void end() throws ConnectionFailed, IOException {
        takeBack();
        imap.done();
    }

    /** As {@link #end}, but whatever the server answers, the caller does not wait for it: a LOGOUT follows. */
    void leave() throws IOException {
        if (on) {
            takeBack();
            imap.doneAtOnce();
        }
    }

    private void takeBack() throws IOException {
        on = false;
        IdleWatch.Watched here = watched;
        watched = null;
        if (here != null) {
            here.end();
        }
    }
}
