package dev.serai.kafka;

import java.util.List;

/**
 * A topic as its cluster knows it now.
 *
 * @param cluster the cluster's own id
 * @param id of the topic, another one when it is made anew
 * @param partitions by number
 */
public record TopicFacts(String cluster, String id, List<Integer> partitions) {
    /** Whether it is the same topic, however many partitions it has by now. */
    public boolean isSame(TopicFacts other) {
        return cluster.equals(other.cluster) && id.equals(other.id);
    }
}
