package dev.serai.capture.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.Captured;
import dev.serai.capture.Headers;
import dev.serai.capture.PointState;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmsCaptureTest {
    private static final String POINT = "erp";
    private static final String SUBMIT = "{\"operation\":\"submit\",\"properties\":{\"subject\":\"order\"}}";

    @TempDir
    private Path folder;

    private BrokerService broker;
    private ActiveMQConnectionFactory factory;
    private Connection connection;
    private Session session;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new BrokerService();
        broker.setBrokerName("capture" + System.nanoTime());
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.start();
        factory = new ActiveMQConnectionFactory("vm://" + broker.getBrokerName() + "?create=false");
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    @AfterEach
    void stopBroker() throws Exception {
        connection.close();
        broker.stop();
    }

    @Test
    void submitShouldBecomeAnInteractionInThePointsQueue() throws JMSException {
        try (CaptureHub hub = hub()) {
            send("""
                    {"operation":"submit","externalId":"4711","properties":{"subject":"order","priority":70,"tier":"gold"},
                     "userData":{"shop":"berlin"}}""");
            await().until(() -> hub.interactions().size() == 1);

            Interaction taken = hub.interactions().get(0);
            assertThat(taken.content().subject()).isEqualTo("order");
            assertThat(taken.standing().queue()).hasToString("orders");
            assertThat(taken.standing().priority()).isEqualTo(70);
            assertThat(taken.origin().externalId()).isEqualTo("4711");
            assertThat(taken.origin().capturePoint()).isEqualTo(PointName.of(POINT));
            assertThat(taken.userData()).containsEntry("tier", "gold").containsEntry("shop", "berlin");
        }
    }

    @Test
    void bytesShouldBeReadAsUtf8() throws JMSException {
        try (CaptureHub hub = hub()) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(SUBMIT.replace("order", "Grüße").getBytes(UTF_8));
            send(message);
            await().until(() -> hub.interactions().size() == 1);

            assertThat(hub.interactions().get(0).content().subject()).isEqualTo("Grüße");
        }
    }

    @Test
    void thousandMessagesShouldBecomeAThousandInteractions() throws JMSException {
        try (CaptureHub hub = hub()) {
            for (int i = 0; i < 1000; i++) {
                send(SUBMIT);
            }
            await().until(() -> hub.status(POINT).counts().taken() == 1000);

            assertThat(hub.interactions()).hasSize(1000);
        }
    }

    @Test
    void redeliveryShouldMakeNoSecondInteraction() throws JMSException {
        try (CaptureHub hub = hub()) {
            TextMessage message = session.createTextMessage(SUBMIT);
            message.setJMSMessageID("ID:once");
            deliver(hub, message);
            deliver(hub, message);

            assertThat(hub.interactions()).hasSize(1);
        }
    }

    /** Hands over a message as the broker does, and loses the commit of the session. */
    private void deliver(CaptureHub hub, Message message) throws JMSException {
        var point = hub.points().environment().generation().get().jmsPoints().get(PointName.of(POINT));
        try (JmsExchange exchange = JmsExchange.open(factory, point)) {
            new JmsCapture(hub.points().environment(), point).take(exchange, message);
        }
    }

    @Test
    void sameExternalIdShouldMakeOneInteraction() throws JMSException {
        try (CaptureHub hub = hub()) {
            IntStream.range(0, 5)
                    .forEach(i ->
                            send("{\"operation\":\"submit\",\"externalId\":\"1\",\"properties\":{\"n\":" + i + "}}"));
            await().until(() -> hub.status(POINT).counts().duplicate() == 4);

            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"operation\":\"destroy\"}",
                "{\"operation\":\"submit\",\"properties\":{\"priority\":500}}",
                "{\"operation\":\"submit\",\"properties\":{\"queue\":\"nowhere\"}}",
                "{\"operation\":\"submit\",\"surprise\":1}"
            })
    void badRequestShouldGoToTheErrorQueueWithTheReason(String text) throws JMSException {
        try (CaptureHub hub = hub()) {
            TextMessage message = session.createTextMessage(text);
            message.setStringProperty("shop", "berlin");
            send(message);
            Message refused = received(destination() + ".error");

            assertThat(((TextMessage) refused).getText()).isEqualTo(text);
            assertThat(refused.getStringProperty(Headers.REASON)).isNotBlank();
            assertThat(refused.getStringProperty("shop")).isEqualTo("berlin");
            assertThat(hub.interactions()).isEmpty();
        }
    }

    @Test
    void objectMessageShouldBeRefusedUnread() throws JMSException {
        try (CaptureHub hub = hub()) {
            send(session.createObjectMessage(new Bomb()));
            Message refused = received(destination() + ".error");

            assertThat(refused.getStringProperty(Headers.REASON)).contains("TextMessage");
            assertThat(Bomb.exploded).isFalse();
            assertThat(hub.interactions()).isEmpty();
        }
    }

    @Test
    void senderShouldBeAnswered() throws JMSException {
        try (CaptureHub hub = hub()) {
            TextMessage message = session.createTextMessage(SUBMIT);
            message.setJMSReplyTo(session.createQueue("answers"));
            send(message);
            TextMessage answer = (TextMessage) received("answers");

            assertThat(answer.getJMSCorrelationID()).isEqualTo(message.getJMSMessageID());
            assertThat(answer.getText())
                    .contains("\"submitted\"")
                    .contains(hub.interactions().get(0).id().value());
        }
    }

    @Test
    void p58_headersFromOutsideShouldNotReachTheSteps() throws JMSException {
        try (CaptureHub hub = hub()) {
            TextMessage message = session.createTextMessage(SUBMIT);
            message.setStringProperty("CamelSqlQuery", "drop table work");
            message.setStringProperty("seraiInteractionId", "forged");
            send(message);
            await().until(() -> hub.steps().size() == 1);

            var seen = hub.steps().get(0).getMessage();
            assertThat(seen.getHeaders()).containsOnlyKeys(Headers.INTERACTION_ID, Headers.CAPTURE_POINT);
            assertThat(seen.getBody(Captured.class).id())
                    .isEqualTo(hub.interactions().get(0).id());
        }
    }

    @Test
    void pausedPointShouldLeaveMessagesWithTheBroker() {
        try (CaptureHub hub = hub()) {
            hub.points().pause(PointName.of(POINT), "test");
            await().until(() -> hub.status(POINT).state() == PointState.PAUSED);
            send(SUBMIT);
            assertThat(hub.interactions()).isEmpty();

            hub.points().resume(PointName.of(POINT), "test");
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    /** What must never be made of bytes from outside. */
    private static final class Bomb implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private static boolean exploded;

        private void readObject(java.io.ObjectInputStream in) {
            exploded = true;
        }
    }

    private CaptureHub hub() {
        CaptureHub hub = CaptureHub.in(folder)
                .file("config/queues/orders.yaml", "description: Orders\nstrategy: false\n")
                .file("routes/capture/capture-jms-erp.camel.yaml", """
                        - route:
                            id: capture-jms-erp
                            description: A test.
                            from:
                              uri: kamelet:jms-capture-source
                              parameters: {name: erp, queue: orders}
                              steps:
                                - to: {id: seen, uri: "bean:seen"}
                        """);
        return hub.component(JmsComponent.SCHEME, new JmsComponent(hub.points(), factory))
                .start();
    }

    private static String destination() {
        return "serai.capture." + POINT;
    }

    private void send(String text) {
        try {
            send(session.createTextMessage(text));
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private void send(Message message) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(destination()))) {
            producer.send(message);
        }
    }

    private Message received(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            Message message = consumer.receive(10_000);
            assertThat(message).isNotNull();
            return message;
        }
    }
}
