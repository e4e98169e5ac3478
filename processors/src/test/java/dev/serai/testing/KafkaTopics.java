package dev.serai.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What tests do to the topics of a {@link Kafka}. */
public final class KafkaTopics implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Map<String, Object> servers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaTopics(String servers) {
        this.servers = Map.of("bootstrap.servers", servers);
        this.admin = Admin.create(this.servers);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "max.request.size", 20 << 20, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Makes topics of one partition each. */
    public KafkaTopics create(String... names) {
        for (String name : names) {
            create(name, 1, Map.of());
        }
        return this;
    }

    /** Makes one; returns when it can be written to. */
    public KafkaTopics create(String name, int partitions, Map<String, String> options) {
        got(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(options)))
                .all());
        Awaitility.await().until(() -> exists(name) && partitions(name) == partitions);
        return this;
    }

    /** Removes one; returns when it is gone. */
    public void delete(String name) {
        got(admin.deleteTopics(List.of(name)).all());
        Awaitility.await().until(() -> !exists(name));
    }

    public boolean exists(String name) {
        return got(admin.listTopics().names()).contains(name);
    }

    public void grow(String name, int partitions) {
        got(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(partitions)))
                .all());
        Awaitility.await().until(() -> partitions(name) == partitions);
    }

    /** Removes the records before an offset, as retention does. */
    public void forgetBefore(String name, int partition, long offset) {
        got(admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset)))
                .all());
    }

    /** What a group committed for a partition; -1 when nothing. */
    public long committed(String group, String name, int partition) {
        OffsetAndMetadata offset = got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .get(new TopicPartition(name, partition));
        return offset == null ? -1 : offset.offset();
    }

    /** Sends a text; returns its offset. */
    public long send(String name, String text) {
        return send(new ProducerRecord<>(name, bytes(text)));
    }

    public long send(ProducerRecord<byte[], byte[]> sent) {
        return got(producer.send(sent)).offset();
    }

    /** Sends many texts. */
    public void sendAll(String name, List<String> texts) {
        List<Future<?>> all = new ArrayList<>();
        texts.forEach(text -> all.add(producer.send(new ProducerRecord<>(name, bytes(text)))));
        all.forEach(KafkaTopics::got);
    }

    /** All records of a topic that are committed, by partition and offset; none when there is no such topic. */
    public List<ConsumerRecord<byte[], byte[]>> records(String name) {
        Map<String, Object> options = Map.of(
                "bootstrap.servers",
                String.valueOf(servers.get("bootstrap.servers")),
                "isolation.level",
                "read_committed",
                "allow.auto.create.topics",
                false,
                "max.partition.fetch.bytes",
                20 << 20);
        if (!exists(name)) {
            return List.of();
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(options, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    /** The values of all records as texts. */
    public List<String> texts(String name) {
        return records(name).stream().map(one -> text(one.value())).toList();
    }

    /** The headers of a record. */
    public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> taken) {
        return Arrays.stream(taken.headers().toArray())
                .collect(Collectors.toMap(
                        header -> header.key(), header -> text(header.value()), (a, b) -> a + "," + b));
    }

    public static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
    }

    private int partitions(String name) {
        try {
            return admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(name)
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException notYet) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("Kafka does not do it", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
