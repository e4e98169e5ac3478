package dev.serai.capture.jms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.capture.CaptureHub;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import dev.serai.store.Roles;
import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A hub with one JMS point of its own destinations, and a client of the same broker. */
final class JmsSite implements AutoCloseable {
    static final String POINT = "erp";
    static final String SUBMIT = "{\"operation\":\"submit\",\"properties\":{\"subject\":\"order\"}}";

    private final ActiveMQConnectionFactory factory;
    private final String destination = "serai.capture.erp-" + System.nanoTime();
    private final Connection connection;
    private final Session session;
    private final CaptureHub hub;

    /** @param parameters further ones, each {@code key: value} */
    JmsSite(Path folder, String broker, String... parameters) throws JMSException {
        factory = new ActiveMQConnectionFactory(broker);
        factory.getRedeliveryPolicy().setMaximumRedeliveries(-1);
        factory.setWatchTopicAdvisories(false); // as the hub's own: news of temporary queues may come after the request
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        hub = hub(CaptureHub.in(folder), parameters);
    }

    private CaptureHub hub(CaptureHub made, String... parameters) {
        String more = String.join(
                ", ",
                Stream.concat(Stream.of("destination: " + destination), Stream.of(parameters))
                        .toList());
        Outlets outlets = new Outlets(made.store(), new Roles(made.store(), "outlets-" + System.nanoTime()));
        return made.file("config/queues/orders.yaml", "description: Orders\nstrategy: false\n")
                .file("routes/capture/capture-jms-erp.camel.yaml", """
                        - route:
                            id: capture-jms-erp
                            description: A test.
                            from:
                              uri: kamelet:jms-capture-source
                              parameters: {name: erp, queue: orders, %s}
                              steps:
                                - to: {id: seen, uri: "bean:seen"}
                        """.formatted(more))
                .component(JmsComponent.SCHEME, new JmsComponent(made.points(), outlets, factory))
                .start();
    }

    CaptureHub hub() {
        return hub;
    }

    Session session() {
        return session;
    }

    ActiveMQConnectionFactory factory() {
        return factory;
    }

    String destination() {
        return destination;
    }

    JmsPointDefinition point() {
        return hub.points()
                .environment()
                .generation()
                .get()
                .points(JmsPointDefinition.class)
                .get(PointName.of(POINT));
    }

    long count(String result) {
        var counter = hub.meters().find("serai.captured").tag("result", result).counter();
        return counter == null ? 0 : (long) counter.count();
    }

    /** Sends a text and returns its message id. */
    String send(String text) throws JMSException {
        return send(session.createTextMessage(text));
    }

    String send(Message message) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(destination))) {
            producer.send(message);
        }
        return message.getJMSMessageID();
    }

    /** Hands over a message as the broker does, and loses the commit of the session. */
    JmsCapture.Done deliver(Message message) throws JMSException {
        try (JmsExchange exchange = JmsExchange.open(
                factory, point(), new CopyRoom(hub.points().health(PointName.of(POINT)), System::nanoTime))) {
            return new JmsCapture(hub.points().environment(), point()).take(exchange, message);
        }
    }

    TextMessage text(String suffix) throws JMSException {
        return (TextMessage) received(suffix);
    }

    /** The next message of the destination with that suffix. */
    Message received(String suffix) throws JMSException {
        return received(session.createQueue(destination + suffix));
    }

    Message received(Destination from) throws JMSException {
        Message message = receive(from, 20_000);
        assertThat(message).as("a message of " + from).isNotNull();
        return java.util.Objects.requireNonNull(message);
    }

    void nothing(String suffix) throws JMSException {
        assertThat(receive(session.createQueue(destination + suffix), 200)).isNull();
    }

    private @Nullable Message receive(Destination from, long millis) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(from)) {
            return consumer.receive(millis);
        }
    }

    /** Answers that wait to be sent. */
    long unsent() {
        return hub.store().read(tx -> tx.outgoing().count(PointName.of(POINT)));
    }

    List<String> subjects() {
        return hub.interactions().stream().map(one -> one.content().subject()).toList();
    }

    @Override
    public void close() throws JMSException {
        hub.close();
        connection.close();
    }
}
