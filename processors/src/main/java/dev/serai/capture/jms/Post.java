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
import jakarta.jms.ResourceAllocationException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Locale;
import org.apache.activemq.command.ActiveMQDestination;

/** A session that rows leave by, each as a text message with the id by which a receiver drops repeats. */
final class Post implements AutoCloseable {
    /** Artemis drops a message whose value of this property it has seen. */
    private static final String ARTEMIS = "_AMQ_DUPL_ID";

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final JmsPointDefinition point;

    private Post(Connection connection, Session session, JmsPointDefinition point) throws JMSException {
        this.connection = connection;
        this.session = session;
        this.producer = session.createProducer(null);
        this.point = point;
    }

    /** @param connection that has its sends answered */
    static Post open(Connection connection, JmsPointDefinition point) throws JMSException {
        return new Post(connection, connection.createSession(true, Session.SESSION_TRANSACTED), point);
    }

    /** Where a row goes, as a text. */
    static String address(OutgoingRow row, JmsPointDefinition point) {
        String wanted = row.replyTo();
        return wanted == null ? "queue://" + point.notificationDestination() : wanted;
    }

    /** @throws JMSException when it is not taken; where the broker does not answer the connection is cut */
    void add(OutgoingRow row) throws JMSException {
        try {
            send(row);
        } catch (JMSException failure) {
            if (Sends.isTimeout(failure)) {
                Sends.cut(connection);
            }
            throw failure;
        } catch (RuntimeException odd) {
            JMSException told = new JMSException("an answer cannot be sent: " + odd.getMessage());
            told.initCause(odd);
            throw told;
        }
    }

    private void send(OutgoingRow row) throws JMSException {
        ActiveMQDestination to = ReplyAddress.destination(address(row, point));
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
    static boolean isNobodyThere(OutgoingRow row, JMSException failure) {
        String wanted = row.replyTo();
        if (wanted == null || failure instanceof ResourceAllocationException) {
            return false;
        }
        boolean said = failure instanceof InvalidDestinationException || failure instanceof JMSSecurityException;
        return said || ReplyAddress.destination(wanted).isTemporary();
    }

    @Override
    public void close() throws JMSException {
        session.close();
    }

    /** Whether the broker takes anything by that connection. */
    static boolean isBrokerThere(Connection connection) {
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createTemporaryQueue().delete();
            return true;
        } catch (JMSException | RuntimeException away) {
            return false;
        }
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
