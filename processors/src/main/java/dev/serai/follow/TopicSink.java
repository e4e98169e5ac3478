package dev.serai.follow;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Source;
import dev.serai.store.EventStream.Subject;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events to a JMS topic as CloudEvents in JSON, persistent and in one transaction of the broker for each batch.
 * By its properties (see {@link Selection}) subscribers choose what they want.
 */
public final class TopicSink implements Sink {
    /** Its place in the log is kept under it. */
    public static final String NAME = "topic";

    private static final Logger LOG = LoggerFactory.getLogger(TopicSink.class);

    private final String topic;
    private final Selection selection;
    private final ConnectionFactory broker;
    private @Nullable Outlet outlet;

    /** @param broker gives a connection of one's own each time */
    public TopicSink(String topic, Store store, ConnectionFactory broker) {
        this.topic = topic;
        this.selection = new Selection(store);
        this.broker = broker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void send(List<Event> events) throws JMSException {
        Map<Subject, Source> sources = selection.sources(events);
        Outlet open = open();
        for (Event event : events) {
            TextMessage message = open.session().createTextMessage(CloudEvent.json(event));
            message.setJMSType(CloudEvent.MEDIA_TYPE);
            for (Map.Entry<String, String> property :
                    Selection.properties(event, sources).entrySet()) {
                message.setStringProperty(property.getKey(), property.getValue());
            }
            open.producer().send(message);
        }
        open.session().commit();
        CrashWindow.EVENTS_SENT.pass();
    }

    @Override
    public String advice() {
        return "Bring the broker back, or let durable subscribers of " + topic
                + " that are away come back or unsubscribe them; the events wait in the log and are sent then. An empty"
                + " serai.events.topic and a restart publish no more";
    }

    private Outlet open() throws JMSException {
        Outlet known = outlet;
        if (known == null) {
            known = Outlet.open(broker, topic);
            outlet = known;
        }
        return known;
    }

    @Override
    public void release() {
        Outlet known = outlet;
        outlet = null;
        if (known != null) {
            known.close();
        }
    }

    /** A connection to the broker that sends to the topic in transactions. */
    private record Outlet(Connection connection, Session session, MessageProducer producer) {
        static Outlet open(ConnectionFactory broker, String topic) throws JMSException {
            Connection connection = broker.createConnection();
            try {
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createTopic(topic));
                producer.setDeliveryMode(DeliveryMode.PERSISTENT);
                connection.start();
                return new Outlet(connection, session, producer);
            } catch (JMSException failed) {
                connection.close();
                throw failed;
            }
        }

        void close() {
            try {
                connection.close();
            } catch (JMSException gone) {
                LOG.debug("the connection to the broker was gone", gone);
            }
        }
    }
}
