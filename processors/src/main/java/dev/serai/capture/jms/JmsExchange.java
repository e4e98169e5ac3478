package dev.serai.capture.jms;

import dev.serai.capture.Headers;
import dev.serai.files.JmsPointDefinition;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transacted session of one receiver: what it takes and what it sends are committed together. */
final class JmsExchange implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JmsExchange.class);
    private static final String INTERNAL = "serai.internal.";
    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;
    private final Destination errors;

    private JmsExchange(Connection connection, Session session, MessageConsumer consumer, Destination errors) {
        this.connection = connection;
        this.session = session;
        this.consumer = consumer;
        this.errors = errors;
    }

    static JmsExchange open(ConnectionFactory broker, JmsPointDefinition point) throws JMSException {
        Connection connection = broker.createConnection();
        try {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(point.destination()));
            connection.start();
            return new JmsExchange(connection, session, consumer, session.createQueue(point.errorDestination()));
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

    /** Puts a message aside as it is, unread, with the reason. */
    void refuse(Message message, String reason) throws JMSException {
        Map<String, Object> properties = properties(message);
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setStringProperty(Headers.REASON, reason);
        send(errors, message);
    }

    /** Answers the sender where he wants it; an answer that cannot be sent changes nothing. */
    void answer(Message request, String json) throws JMSException {
        Destination wanted = request.getJMSReplyTo();
        if (wanted == null || isInternal(wanted)) {
            return;
        }
        TextMessage answer = session.createTextMessage(json);
        answer.setJMSCorrelationID(request.getJMSMessageID());
        try {
            send(wanted, answer);
        } catch (JMSException gone) {
            LOG.info("answer cannot be sent, the sender's destination is gone");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException gone) {
            LOG.debug("connection to the broker was gone already");
        }
    }

    private void send(Destination destination, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(destination)) {
            producer.send(message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, Message.DEFAULT_TIME_TO_LIVE);
        }
    }

    private static boolean isInternal(Destination destination) throws JMSException {
        return destination instanceof Queue queue
                && queue.getQueueName().toLowerCase(Locale.ROOT).startsWith(INTERNAL);
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = String.valueOf(names.nextElement());
            if (!name.startsWith("JMS")) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }
}
