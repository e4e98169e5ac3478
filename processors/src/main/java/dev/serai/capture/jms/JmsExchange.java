package dev.serai.capture.jms;

import dev.serai.files.JmsPointDefinition;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transacted session of one receiver: what it takes and the copy that it sends are committed together. */
final class JmsExchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JmsExchange.class);
    /** More would be held up behind the one that is worked on, and count as delivered when the hub dies. */
    private static final String ONE_AT_A_TIME = "?consumer.prefetchSize=1";

    private final JmsPointDefinition point;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;

    private JmsExchange(JmsPointDefinition point, Connection connection, Session session, MessageConsumer consumer) {
        this.point = point;
        this.connection = connection;
        this.session = session;
        this.consumer = consumer;
    }

    static JmsExchange open(ConnectionFactory broker, JmsPointDefinition point) throws JMSException {
        Connection connection = broker.createConnection();
        try {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(point.destination() + ONE_AT_A_TIME));
            connection.start();
            return new JmsExchange(point, connection, session, consumer);
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

    /** A copy for whoever wants to know what was done; to be committed. */
    void processed(Message message) throws JMSException {
        Duration keep = point.keep().processed();
        if (!keep.isZero()) {
            JmsCopy.prepare(message, null);
            send(point.processedDestination(), message, keep);
        }
    }

    /** A copy for whoever mends it, with the reason, for as long as nobody takes it; to be committed. */
    void refused(Message message, String reason) throws JMSException {
        JmsCopy.prepare(message, reason);
        send(point.errorDestination(), message, Duration.ZERO);
    }

    /** Puts it at the end of its own queue, where the hub's own client gives it an id; to be committed. */
    void again(Message message) throws JMSException {
        JmsCopy.prepare(message, null);
        send(point.destination(), message, Duration.ZERO);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException gone) {
            LOG.debug("connection to the broker was gone already");
        }
    }

    private void send(String queue, Message message, Duration keep) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, keep.toMillis());
        }
    }
}
