package dev.serai.point;

import java.util.List;

/** A kind of point that takes documents, in JSON and XML. */
public interface DocumentDriver extends PointDriver {
    /** Sends a document, as a delivery of its own. */
    void send(String document) throws Exception;

    /** Sends a document twice as one delivery: whatever tells the kind that it comes again is the same. */
    void sendTwice(String document) throws Exception;

    @Override
    default void deliver(List<Order> orders) throws Exception {
        send(Order.json(orders));
    }

    @Override
    default void deliverTwice(List<Order> orders) throws Exception {
        sendTwice(Order.json(orders));
    }
}
