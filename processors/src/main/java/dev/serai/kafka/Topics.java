package dev.serai.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Looks at the topics of a cluster. May be used by several threads. */
public final class Topics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private final Admin admin;
    private final String servers;

    public Topics(KafkaClients clients) {
        this.admin = clients.admin();
        this.servers = clients.servers();
    }

    /** @throws KafkaTrouble when the cluster is away, or has no such topic */
    public TopicFacts find(String topic) throws KafkaTrouble {
        String cluster = got(admin.describeCluster().clusterId(), topic);
        TopicDescription found = got(
                Objects.requireNonNull(
                        admin.describeTopics(List.of(topic)).topicNameValues().get(topic)),
                topic);
        return facts(cluster, found);
    }

    /** The position of a partition needs both ids: brokers before 2.8, or with metadata of old, have none of topics. */
    static TopicFacts facts(@Nullable String cluster, TopicDescription found) throws KafkaTrouble {
        if (cluster == null || cluster.isEmpty() || found.topicId().equals(Uuid.ZERO_UUID)) {
            throw new KafkaTrouble(
                    "the cluster gives "
                            + (cluster == null || cluster.isEmpty() ? "itself" : "the topic '" + found.name() + "'")
                            + " no id; the hub needs brokers of version 2.8 or later, or it could not tell a topic that was made anew",
                    new IllegalStateException(found.name()));
        }
        return new TopicFacts(
                cluster,
                found.topicId().toString(),
                found.partitions().stream().map(TopicPartitionInfo::partition).toList());
    }

    private <T> T got(KafkaFuture<T> future, String topic) throws KafkaTrouble {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            String sentence = cause instanceof UnknownTopicOrPartitionException
                    ? "the cluster has no topic '" + topic + "'"
                    : away() + ": " + (cause == null ? failed : cause).getMessage();
            throw new KafkaTrouble(sentence, failed);
        } catch (TimeoutException away) {
            throw new KafkaTrouble(away(), away);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private String away() {
        return "the cluster at " + servers + " does not answer";
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
