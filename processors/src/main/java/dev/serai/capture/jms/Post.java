package dev.serai.capture.jms;

import dev.serai.capture.Headers;
import dev.serai.files.JmsPointDefinition;
import dev.serai.store.OutgoingRow;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Locale;
import org.apache.activemq.command.ActiveMQDestination;

/** A session that rows leave by, each as a text message with the id by which a receiver drops repeats. */
final class Post implements AutoCloseable {
    /** Artemis drops a message whose value of this property it has seen. */
    private static final String ARTEMIS = "_AMQ_DUPL_ID";

    private final Session session;
    private final MessageProducer producer;
    private final JmsPointDefinition point;

    private Post(Session session, JmsPointDefinition point) throws JMSException {
        this.session = session;
        this.producer = session.createProducer(null);
        this.point = point;
    }

    static Post inOne(Connection connection, JmsPointDefinition point) throws JMSException {
        return new Post(connection.createSession(true, Session.SESSION_TRANSACTED), point);
    }

    static Post oneByOne(Connection connection, JmsPointDefinition point) throws JMSException {
        return new Post(connection.createSession(false, Session.AUTO_ACKNOWLEDGE), point);
    }

    void add(OutgoingRow row) throws JMSException {
        ActiveMQDestination to = destination(row);
        producer.send(
                to,
                message(row),
                to.isTemporary() ? DeliveryMode.NON_PERSISTENT : DeliveryMode.PERSISTENT,
                Message.DEFAULT_PRIORITY,
                point.keep().answers().toMillis());
    }

    void commit() throws JMSException {
        session.commit();
    }

    /** Whether a row was not taken because the destination that its asker named is not there, though the broker is. */
    boolean isNobodyThere(OutgoingRow row, Exception failure) {
        if (row.replyTo() == null) {
            return false;
        }
        boolean said = failure instanceof InvalidDestinationException || failure instanceof JMSSecurityException;
        return said || (destination(row).isTemporary() && isBrokerThere());
    }

    @Override
    public void close() throws JMSException {
        session.close();
    }

    private boolean isBrokerThere() {
        try {
            session.createTemporaryQueue().delete();
            return true;
        } catch (JMSException | RuntimeException away) {
            return false;
        }
    }

    private ActiveMQDestination destination(OutgoingRow row) {
        String wanted = row.replyTo();
        return ReplyAddress.destination(wanted == null ? "queue://" + point.notificationDestination() : wanted);
    }

    private TextMessage message(OutgoingRow row) throws JMSException {
        TextMessage message = session.createTextMessage(row.body());
        message.setJMSCorrelationID(row.correlation());
        message.setStringProperty(Headers.CAPTURE_POINT, row.point().value());
        message.setStringProperty(Headers.KIND, row.kind().name().toLowerCase(Locale.ROOT));
        message.setStringProperty(Headers.DELIVERY, row.deliveryId());
        message.setStringProperty(ARTEMIS, row.point() + "/" + row.deliveryId());
        return message;
    }
}
