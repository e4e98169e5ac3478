package dev.serai.capture.jms;

import dev.serai.files.JmsPointDefinition;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.ResourceAllocationException;
import jakarta.jms.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A transacted session of one receiver: what it takes and the copy that it sends are committed together. */
final class JmsExchange implements AutoCloseable {
    /** More would be held up behind the one that is worked on, and count as delivered when the hub dies. */
    private static final String ONE_AT_A_TIME = "?consumer.prefetchSize=1";

    private static final int SEND_TIMEOUT = 10_000;

    private final JmsPointDefinition point;
    private final CopyRoom room;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;

    private JmsExchange(
            JmsPointDefinition point, CopyRoom room, Connection connection, Session session, MessageConsumer consumer) {
        this.point = point;
        this.room = room;
        this.connection = connection;
        this.session = session;
        this.consumer = consumer;
    }

    static JmsExchange open(ConnectionFactory broker, JmsPointDefinition point, CopyRoom room) throws JMSException {
        Connection connection = broker.createConnection();
        try {
            Sends.answered(connection, SEND_TIMEOUT);
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(point.destination() + ONE_AT_A_TIME));
            connection.start();
            return new JmsExchange(point, room, connection, session, consumer);
        } catch (JMSException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Nullable
    Message receive(long millis) throws JMSException {
        return consumer.receive(millis);
    }

    void commit() throws JMSException {
        session.commit();
    }

    /**
     * A copy for whoever wants to know what was done; to be committed. Where the broker does not take it the message
     * goes without: what was done is done.
     *
     * @throws JMSException when the broker is away, or does not answer; the message comes again, then without a copy
     */
    void processed(Message message) throws JMSException {
        Duration keep = point.keep().processed();
        if (keep.isZero() || !room.isOpen()) {
            return;
        }
        try {
            JmsCopy.prepare(message, null);
            send(point.processedDestination(), message, keep);
            room.taken();
        } catch (JMSException failure) {
            if (CopyRoom.isRefusal(failure)) {
                room.refused(failure);
                return;
            }
            if (Sends.isTimeout(failure)) {
                room.refused(failure);
                Sends.cut(connection);
            }
            throw failure;
        }
    }

    /** A copy for whoever mends it, with the reason, for as long as nobody takes it; to be committed. */
    void refused(Message message, String reason) throws JMSException {
        JmsCopy.prepare(message, reason);
        try {
            send(point.errorDestination(), message, Duration.ZERO);
        } catch (ResourceAllocationException full) {
            throw Sends.because(
                    "the broker's store is full: a refused message stays where it is, since " + point.errorDestination()
                            + " has no room for it",
                    full);
        }
    }

    /** Puts it at the end of its own queue, where the hub's own client gives it an id; to be committed. */
    void again(Message message) throws JMSException {
        JmsCopy.prepare(message, null);
        send(point.destination(), message, Duration.ZERO);
    }

    @Override
    public void close() {
        Sends.close(connection);
    }

    private void send(String queue, Message message, Duration keep) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, keep.toMillis());
        }
    }
}
