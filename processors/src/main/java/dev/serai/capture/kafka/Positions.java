package dev.serai.capture.kafka;

import dev.serai.files.KafkaPointDefinition;
import dev.serai.kafka.TopicFacts;
import dev.serai.point.Around;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.KafkaPositionTable.Position;
import dev.serai.store.KafkaPositionTable.Spot;
import dev.serai.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a point goes on reading, in the hub's database: what Kafka keeps for the group is for monitors only. */
final class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private final Store store;
    private final KafkaPointDefinition point;

    Positions(Store store, KafkaPointDefinition point) {
        this.store = store;
        this.point = point;
    }

    /**
     * The positions of all partitions of a topic. At the first contact with a topic of that name they begin where the point
     * says; a topic made anew, and partitions that were added, begin with their first record.
     *
     * @param start asked at the first contact only: offsets to begin with
     */
    Map<Integer, Long> of(TopicFacts topic, Function<List<TopicPartition>, Map<TopicPartition, Long>> start) {
        List<Position> known = all();
        Map<Integer, Long> positions = of(known, topic);
        if (positions.keySet().containsAll(topic.partitions())) {
            return positions;
        }
        Map<TopicPartition, Long> first = known.isEmpty() ? start.apply(partitions(topic)) : Map.of();
        store.writeNow(tx -> {
            for (int partition : topic.partitions()) {
                long next = first.getOrDefault(new TopicPartition(point.topic(), partition), 0L);
                tx.kafkaPositions().insert(spot(topic, partition), point.topic(), next);
                tx.kafkaPositions().retireOthers(spot(topic, partition), point.topic());
            }
            return true;
        });
        return of(all(), topic);
    }

    /** Whether a topic of that name is known, but not this one. */
    boolean isAnew(TopicFacts topic) {
        List<Position> known = all();
        return !known.isEmpty() && of(known, topic).isEmpty();
    }

    Spot spot(TopicFacts topic, int partition) {
        return new Spot(point.point().tenant(), point.name(), topic.cluster(), topic.id(), partition);
    }

    /** Notes that the next record is begun once more; returns how often it was. */
    int attempt(Spot spot, long from) {
        int attempts = store.writeNow(tx -> tx.kafkaPositions().attempt(spot, from));
        if (attempts == 0) {
            throw new Around.Overtaken();
        }
        return attempts;
    }

    /**
     * The next record was begun, and what came in between says nothing of it: that does not count.
     *
     * @return false when that cannot be noted now
     */
    boolean isTakenBack(Spot spot, long from) {
        boolean interrupted = Thread.interrupted();
        try {
            return store.writeNow(tx -> {
                tx.kafkaPositions().takeBack(spot, from);
                return true;
            });
        } catch (RuntimeException away) {
            LOG.debug("an attempt stays counted position={}", spot, away);
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Goes behind a record that is done with, or over what holds none that could be read. */
    void advance(Spot spot, long from, long to) {
        if (!store.writeNow(tx -> tx.kafkaPositions().set(spot, from, to))) {
            throw new Around.Overtaken();
        }
    }

    /** Goes where there are records, and tells of those that were never seen. */
    void miss(Spot spot, long from, long to, String sentence) {
        NewEvent missed = NewEvent.of("serai.capture.missed", point.name().actor())
                .because(sentence)
                .with(Map.of(
                        "missed",
                        Math.max(to - from, 0),
                        "topic",
                        point.topic(),
                        "partition",
                        spot.partition(),
                        "from",
                        from,
                        "to",
                        to));
        advance(spot, from, to, missed);
    }

    /** Goes behind a record of which no copy could be made, and tells so. */
    void uncopied(Spot spot, long from, long to, String sentence) {
        NewEvent uncopied = NewEvent.of("serai.capture.uncopied", point.name().actor())
                .because(sentence)
                .with(Map.of("topic", point.topic(), "partition", spot.partition(), "offset", to - 1));
        advance(spot, from, to, uncopied);
    }

    private void advance(Spot spot, long from, long to, NewEvent told) {
        boolean moved = store.writeNow(tx -> {
            boolean mine = tx.kafkaPositions().set(spot, from, to);
            if (mine) {
                tx.events().append(point.point().tenant(), point.name(), told);
            }
            return mine;
        });
        if (!moved) {
            throw new Around.Overtaken();
        }
    }

    private List<Position> all() {
        return store.read(tx -> tx.kafkaPositions().ofTopic(point.point().tenant(), point.name(), point.topic()));
    }

    private static Map<Integer, Long> of(List<Position> known, TopicFacts topic) {
        Map<Integer, Long> positions = new HashMap<>();
        known.stream()
                .filter(one -> one.spot().cluster().equals(topic.cluster())
                        && one.spot().topicId().equals(topic.id()))
                .forEach(one -> positions.put(one.spot().partition(), one.next()));
        return positions;
    }

    private List<TopicPartition> partitions(TopicFacts topic) {
        return topic.partitions().stream()
                .map(number -> new TopicPartition(point.topic(), number))
                .toList();
    }
}
