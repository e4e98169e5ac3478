package dev.serai.capture.kafka;

import dev.serai.files.KafkaPointDefinition;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.TopicFacts;
import dev.serai.kafka.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Looks whether the topics of a point are there; reads and changes nothing. */
public final class KafkaProbe {
    private KafkaProbe() {}

    /**
     * What is there, in words.
     *
     * @throws KafkaTrouble when the cluster does not answer, or a topic is missing
     */
    public static String look(KafkaClients clients, KafkaPointDefinition point) throws KafkaTrouble {
        try (Topics topics = new Topics(clients)) {
            TopicFacts read = topics.find(point.topic());
            List<String> sides =
                    new ArrayList<>(List.of(point.sides().error(), point.sides().notification()));
            if (!point.sides().processed().isEmpty()) {
                sides.add(point.sides().processed());
            }
            for (String side : sides) {
                TopicFacts unused = topics.find(side);
            }
            int partitions = read.partitions().size();
            return partitions + (partitions == 1 ? " partition of " : " partitions of ") + point.topic()
                    + ", all topics are there";
        } catch (KafkaException wrong) {
            throw KafkaTrouble.connecting(wrong);
        }
    }
}
