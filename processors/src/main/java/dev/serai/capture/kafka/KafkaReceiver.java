package dev.serai.capture.kafka;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.PointState;
import dev.serai.files.Generation;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.files.SecretMissing;
import dev.serai.interaction.PointName;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.point.Around;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One consumer of a point, with a thread of its own; it follows the files, pauses and outages. */
final class KafkaReceiver {
    private static final long RETRY = 2_000;
    private static final long PATIENCE = 10_000;

    private final PointName name;
    private final CapturePoints points;
    private final Complaints complaints;
    private final PointHealth health;
    private final Consumer<Captured> steps;
    private final Thread thread;
    private volatile boolean open = true;

    KafkaReceiver(PointName name, CapturePoints points, Complaints complaints, Consumer<Captured> steps) {
        this.name = name;
        this.points = points;
        this.complaints = complaints;
        this.health = points.health(name);
        this.steps = steps;
        this.thread = new Thread(this::run, "serai-kafka-" + name);
        thread.setDaemon(true);
    }

    /** What a consumer reads by; another one when the files change. */
    private record Set(KafkaPointDefinition point, KafkaClusterDefinition cluster) {}

    void start() {
        thread.start();
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized void close() {
        open = false;
        notifyAll();
    }

    /** Waits for the record under way, ten seconds at most; after that another consumer gets it. */
    void join() throws InterruptedException {
        thread.join(PATIENCE);
        thread.interrupt();
    }

    private void run() {
        Endurance.loop("Kafka point " + name, () -> open, this::turn);
    }

    private void turn() {
        try {
            Set set = set();
            if (set == null) {
                pause();
            } else {
                receive(set);
            }
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
            pause();
        } catch (KafkaTrouble | SecretMissing failure) {
            complaints.about(failure);
            pause();
        } catch (RuntimeException | Error failure) {
            if (open) {
                complaints.about(failure);
            }
            pause();
        }
    }

    private void receive(Set set) throws KafkaTrouble {
        KafkaClients clients =
                new KafkaClients(set.cluster(), points.environment().home());
        try (SideTopics sides = new SideTopics(set.point(), clients);
                Reading reading = Reading.open(points.environment(), set.point(), clients, new Gap(name, health))) {
            RecordCapture capture = new RecordCapture(points.environment(), set.point(), reading.positions(), sides);
            Round round = new Round(set.point(), reading, capture, complaints, health, steps);
            while (open && !reading.isOutdated() && set.equals(set())) {
                round(reading, round);
            }
        }
    }

    /** Whatever fails, the membership in the group is kept: giving it up would move partitions for nothing. */
    private void round(Reading reading, Round round) {
        try {
            ConsumerRecords<byte[], byte[]> polled = reading.poll();
            boolean well = round.take(polled, () -> open);
            reading.tell();
            if (well) {
                complaints.over();
                health.succeeded(reading.backlog());
            }
        } catch (StoreException.Unavailable away) {
            health.failed(PointState.WAITING, String.valueOf(away.getMessage()));
            pause();
        } catch (Around.Overtaken elsewhere) {
            reading.tracks().halt();
        } catch (KafkaTrouble away) {
            complaints.about(away);
            pause();
        } catch (KafkaException failure) {
            reading.tracks().halt(); // what was polled and not done must be polled again
            if (open) {
                complaints.about(failure);
            }
            pause();
        }
    }

    private @Nullable Set set() {
        Generation files = points.environment().generation().get();
        KafkaPointDefinition point = files.points(KafkaPointDefinition.class).get(name);
        if (point == null || !point.point().enabled()) {
            health.rests(PointState.DISABLED);
            return null;
        }
        if (points.isPaused(name)) {
            health.rests(PointState.PAUSED);
            return null;
        }
        return Optional.ofNullable(files.kafkaClusters().get(point.cluster()))
                .map(cluster -> new Set(point, cluster))
                .orElse(null);
    }

    @SuppressWarnings("WaitNotInLoop") // who wakes too early looks too early, which harms nobody
    private synchronized void pause() {
        try {
            if (open) {
                wait(RETRY);
            }
        } catch (InterruptedException stopped) {
            open = false;
        }
    }
}
