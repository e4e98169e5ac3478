package dev.serai.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Sends records and waits until all replicas have them; connects when it first has something to send. */
public final class Sender implements AutoCloseable {
    private final KafkaClients clients;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    public Sender(KafkaClients clients) {
        this.clients = clients;
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
     * none is tried: each would wait as long as the first.
     */
    public List<@Nullable KafkaTrouble> sendAll(List<ProducerRecord<byte[], byte[]>> all) throws KafkaTrouble {
        KafkaProducer<byte[], byte[]> open = open();
        List<Future<?>> futures = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> one : all) {
            Future<?> before = futures.isEmpty() ? null : futures.get(futures.size() - 1);
            futures.add(before != null && isLost(before) ? before : open.send(one));
        }
        open.flush();
        List<@Nullable KafkaTrouble> troubles = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            troubles.add(trouble(all.get(at).topic(), futures.get(at)));
        }
        return troubles;
    }

    private static boolean isLost(Future<?> sent) {
        KafkaTrouble trouble = sent.isDone() ? trouble("", sent) : null;
        return trouble != null && !(trouble.getCause() instanceof RecordTooLargeException);
    }

    @Override
    public synchronized void close() {
        KafkaProducer<byte[], byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private static @Nullable KafkaTrouble trouble(String topic, Future<?> future) {
        try {
            future.get();
            return null;
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            return new KafkaTrouble("the topic '" + topic + "' takes nothing: " + cause.getMessage(), cause);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> open() throws KafkaTrouble {
        KafkaProducer<byte[], byte[]> known = producer;
        try {
            known = known == null ? clients.producer() : known;
        } catch (KafkaException wrong) {
            throw KafkaTrouble.connecting(wrong);
        }
        producer = known;
        return known;
    }
}
