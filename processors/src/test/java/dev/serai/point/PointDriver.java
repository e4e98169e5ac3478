package dev.serai.point;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import java.util.List;
import java.util.Map;

/**
 * One kind of capture point, as its outside sees it: how operations are handed in and where answers arrive. It is made
 * once for a class of tests and keeps everything that it ever saw, since all tests share one hub.
 *
 * @see PointContract what to write for a new kind
 */
public interface PointDriver {
    /** How the kind's routes begin: jms, file, rest. */
    String kind();

    /** Further parameters of the point, such as `folder: /tmp/x`. */
    default List<String> parameters() {
        return List.of();
    }

    /** Settings, files and servers that the kind needs; the hub does not run yet. */
    default void prepare(TestInstance instance) throws Exception {}

    /** The hub runs, its point captures. */
    default void started(Hub hub) throws Exception {}

    /** The tests are over, the hub still runs. */
    default void ending() throws Exception {}

    /** The hub has ended. */
    default void close() throws Exception {}

    /** Hands operations in, in this order: as one delivery where the kind has such, otherwise as one after the other. */
    void deliver(List<Order> orders) throws Exception;

    /** The same, twice: whatever tells the kind that a delivery comes again is the same the second time. */
    void deliverTwice(List<Order> orders) throws Exception;

    /**
     * What the source was told until now, in order: a text for each operation, which has the interaction's id, the
     * external id, and of what was refused the description.
     */
    List<String> answers() throws Exception;

    /** What the source was told of changes by others, {@link NewsTopic}; the same as {@link #answers} unless it goes elsewhere. */
    default List<String> news() throws Exception {
        return answers();
    }

    /** {@link FateTopic}: the deliveries, as they were sent, that the source knows to be done. */
    default List<String> done() throws Exception {
        throw new AssertionError(kind() + " says that its source is told the fate, but not how");
    }

    /** {@link FateTopic}: the deliveries that were put aside, each with the reason. */
    default List<String> aside() throws Exception {
        throw new AssertionError(kind() + " says that its source is told the fate, but not how");
    }

    /** Topics of the contract that do not apply to the kind, each with the reason. */
    default Map<Class<? extends PointTopic>, String> lacks() {
        return Map.of();
    }
}
