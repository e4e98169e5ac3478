package dev.serai.capture.jms;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointState;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that receives message by message; whatever fails, it comes back. */
final class JmsReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(JmsReceiver.class);
    private static final long PATIENCE = 10_000;
    private static final long RETRY = 1_000;
    private static final long FIRST_RETRY = 50;
    private static final long RECEIVE = 250;
    private static final long LOOK_FOR_PAUSE = 1_000_000_000L;

    private final PointName name;
    private final CapturePoints points;
    private final ConnectionFactory broker;
    private final CopyRoom room;
    private final PointHealth health;
    private final Consumer<Captured> steps;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean stale = true;
    private long checkedAt;
    private boolean paused;
    private String trouble = "";

    JmsReceiver(
            PointName name, CapturePoints points, ConnectionFactory broker, CopyRoom room, Consumer<Captured> steps) {
        this.name = name;
        this.points = points;
        this.broker = broker;
        this.room = room;
        this.health = points.health(name);
        this.steps = steps;
        this.thread = new Thread(this::run, "serai-jms-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Looks at once whether it is paused. */
    synchronized void wake() {
        stale = true;
        notifyAll();
    }

    synchronized void close() {
        open = false;
        notifyAll();
    }

    /** Waits for the message under way, ten seconds at most; after that its session dies and it comes again. */
    void join() throws InterruptedException {
        thread.join(PATIENCE);
        thread.interrupt();
    }

    private void run() {
        Endurance.loop("JMS point " + name, () -> open, this::turn);
    }

    private void turn() {
        try {
            JmsPointDefinition point = definition();
            if (rests(point)) {
                pause(RETRY);
            } else if (point != null) {
                receive(point);
                trouble = "";
            }
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
            pause(RETRY);
        } catch (JMSException | RuntimeException | Error failure) {
            failed(failure);
            pause(RETRY);
        }
    }

    private void failed(Throwable failure) {
        String sentence = "the broker failed: " + failure.getMessage();
        health.failed(PointState.FAILING, sentence);
        if (open && !sentence.equals(trouble)) {
            LOG.warn("JMS capture point cannot be read, it is tried again point={}", name, failure);
        }
        trouble = sentence;
    }

    private void receive(JmsPointDefinition point) throws JMSException {
        try (JmsExchange session = JmsExchange.open(broker, point, room)) {
            while (open && !rests(definition()) && point.equals(definition())) {
                Message message = session.receive(RECEIVE);
                if (message != null) {
                    take(session, point, message);
                }
                health.succeeded(-1);
            }
        }
    }

    /** While the database is away the message stays in the open session: giving it back would count as a delivery. */
    private void take(JmsExchange session, JmsPointDefinition point, Message message) throws JMSException {
        JmsCapture capture = new JmsCapture(points.environment(), point);
        int failures = 0;
        while (open) {
            try {
                capture.take(session, message).tell(health, steps);
                return;
            } catch (StoreException.Unavailable away) {
                health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
                pause(RETRY);
            } catch (RuntimeException | Error failure) {
                failures++;
                LOG.warn("a JMS message failed point={} times={}", name, failures, failure);
                if (failures >= point.limits().attempts()) {
                    capture.putAside(session, message, "it failed " + failures + " times: " + failure.getMessage())
                            .tell(health, steps);
                    return;
                }
                pause(Math.min(RETRY, FIRST_RETRY << failures));
            }
        }
    }

    private boolean rests(@Nullable JmsPointDefinition point) {
        if (point == null || !point.point().enabled()) {
            health.rests(PointState.DISABLED);
            return true;
        }
        long now = System.nanoTime();
        if (stale || now - checkedAt > LOOK_FOR_PAUSE) {
            stale = false;
            checkedAt = now;
            paused = points.isPaused(name);
        }
        if (paused) {
            health.rests(PointState.PAUSED);
        }
        return paused;
    }

    private @Nullable JmsPointDefinition definition() {
        return points.environment()
                .generation()
                .get()
                .points(JmsPointDefinition.class)
                .get(name);
    }

    @SuppressWarnings("WaitNotInLoop") // who wakes too early looks too early, which harms nobody
    private synchronized void pause(long millis) {
        try {
            if (open) {
                wait(millis);
            }
        } catch (InterruptedException stopped) {
            open = false;
        }
    }
}
