package dev.serai.point;

import java.util.List;

/** A part of the contract of points: tests that a class of a kind has by implementing this. */
public interface PointTopic {
    /** All parts. A kind has each, or says in {@link PointDriver#lacks} why not. */
    List<Class<? extends PointTopic>> ALL = List.of(
            SubmitTopic.class,
            ChangeTopic.class,
            RepeatTopic.class,
            RefusalTopic.class,
            FateTopic.class,
            NewsTopic.class,
            DocumentTopic.class);

    /** The hub that runs with the point. */
    PointBench bench();

    default void deliver(Order... orders) throws Exception {
        bench().driver().deliver(List.of(orders));
    }
}
