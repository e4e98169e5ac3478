package dev.serai.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Sends records and waits until all replicas have them; connects when it first has something to send. */
public final class Sender implements AutoCloseable {
    /** More than a producer takes to give up: what hangs longer is broken. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Duration patience;
    private @Nullable Producer<byte[], byte[]> producer;

    public Sender(KafkaClients clients) {
        this(clients::producer, PATIENCE);
    }

    /**
     * Over producers of any make.
     *
     * @param producers asked again after one that broke
     * @param patience so long all records of one call may take together
     */
    public Sender(Supplier<Producer<byte[], byte[]>> producers, Duration patience) {
        this.producers = producers;
        this.patience = patience;
    }

    /** @throws KafkaTrouble when it is not surely there; its cause is what Kafka says */
    public void send(ProducerRecord<byte[], byte[]> sent) throws KafkaTrouble {
        KafkaTrouble trouble = sendAll(List.of(sent)).get(0);
        if (trouble != null) {
            throw trouble;
        }
    }

    /**
     * Sends in order; returns for each why it is not surely there, null where it is. After one that is refused at once
     * none is tried: each would wait as long as the first. A producer that broke is not used again.
     */
    public List<@Nullable KafkaTrouble> sendAll(List<ProducerRecord<byte[], byte[]>> all) throws KafkaTrouble {
        Producer<byte[], byte[]> open = open();
        List<Future<?>> futures = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> one : all) {
            Future<?> before = futures.isEmpty() ? null : futures.get(futures.size() - 1);
            futures.add(before != null && isLost(before) ? before : sent(open, one));
        }
        long until = System.nanoTime() + patience.toNanos();
        List<@Nullable KafkaTrouble> troubles = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            troubles.add(trouble(all.get(at).topic(), futures.get(at), until - System.nanoTime()));
        }
        if (troubles.stream().anyMatch(Sender::isBreak)) {
            close();
        }
        return troubles;
    }

    @Override
    public synchronized void close() {
        Producer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private static Future<?> sent(Producer<byte[], byte[]> open, ProducerRecord<byte[], byte[]> one) {
        try {
            return open.send(one);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException | IllegalStateException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    private static boolean isLost(Future<?> sent) {
        KafkaTrouble trouble = sent.isDone() ? trouble("", sent, 0) : null;
        return trouble != null && !trouble.isOfRecord();
    }

    /** Whether the producer may be of no use any more: neither the record is at fault nor a cluster that is away. */
    private static boolean isBreak(@Nullable KafkaTrouble trouble) {
        return trouble != null && !trouble.isOfRecord() && !(trouble.getCause() instanceof RetriableException);
    }

    private static @Nullable KafkaTrouble trouble(String topic, Future<?> future, long nanos) {
        try {
            future.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            return null;
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return new KafkaTrouble("the topic '" + topic + "' takes nothing: " + cause.getMessage(), cause);
        } catch (TimeoutException hangs) {
            return new KafkaTrouble("the topic '" + topic + "' takes nothing: a send hangs", hangs);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private synchronized Producer<byte[], byte[]> open() throws KafkaTrouble {
        Producer<byte[], byte[]> known = producer;
        try {
            known = known == null ? producers.get() : known;
        } catch (KafkaException wrong) {
            throw KafkaTrouble.connecting(wrong);
        }
        producer = known;
        return known;
    }
}
