package dev.serai.capture.jms;

import static dev.serai.capture.jms.JmsSite.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.Headers;
import dev.serai.interaction.PointName;
import dev.serai.store.OutgoingRow;
import dev.serai.testing.Classic;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How messages are known that come again, and what becomes of those that never get through. */
class JmsRedeliveryTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final PointName ERP = PointName.of(JmsSite.POINT);

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Classic broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startBroker(@TempDir Path journal) {
        broker = Classic.start(journal);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void redeliveryShouldMakeNoSecondInteractionAndNoSecondAnswer() throws JMSException {
        try (JmsSite site = site()) {
            site.hub().stopRoutes();
            TextMessage message = message(site, SUBMIT, "ID:once");
            site.deliver(message);
            JmsCapture.Done again = site.deliver(message(site, SUBMIT, "ID:once"));

            assertThat(again.result()).isEqualTo("duplicate");
            assertThat(site.subjects()).hasSize(1);
            assertThat(outgoing(site)).hasSize(1);
        }
    }

    @Test
    void otherDocumentUnderTheSameIdShouldBeAppliedToo() throws JMSException {
        try (JmsSite site = site()) {
            site.deliver(message(site, SUBMIT, "ID:careless"));
            site.deliver(message(site, SUBMIT.replace("order", "other"), "ID:careless"));

            assertThat(site.subjects()).containsExactlyInAnyOrder("order", "other");
        }
    }

    @Test
    void messageWithoutAnIdShouldGetOneFromTheBrokerFirst() throws JMSException {
        try (JmsSite site = site()) {
            TextMessage message = site.session().createTextMessage(SUBMIT);
            assertThat(message.getJMSMessageID()).isNull();
            JmsCapture.Done put = site.deliver(message);
            site.received(".processed");

            assertThat(put.result()).isEmpty();
            assertThat(site.subjects()).hasSize(1);
        }
    }

    @Test
    void anIdOfAnyLengthShouldDo() throws JMSException {
        try (JmsSite site = site()) {
            String id = "ID:" + "\u0000x".repeat(400);
            site.deliver(message(site, SUBMIT, id));
            site.deliver(message(site, SUBMIT, id));

            assertThat(site.subjects()).hasSize(1);
        }
    }

    @Test
    void messageThatNeverGetsThroughShouldBePutAsideWithoutHoldingUpItsNeighbours() throws JMSException {
        try (JmsSite site = site("attempts: 1")) {
            site.hub().stopRoutes();
            site.send(SUBMIT.replace("order", "halts"));
            giveBack(site);
            site.send(SUBMIT);
            site.hub().startRoutes();

            TextMessage aside = site.text(".error");
            assertThat(aside.getText()).contains("halts");
            assertThat(aside.getStringProperty(Headers.REASON)).contains("never got through");
            site.received(".processed");
            assertThat(site.subjects()).containsExactly("order");
            assertThat(List.of(
                            site.text(".notification").getText(),
                            site.text(".notification").getText()))
                    .anyMatch(answer -> answer.contains("never got through"));
        }
    }

    @Test
    void messageThatCameAgainShouldBeTriedAsOftenAsThePointSays() throws JMSException {
        try (JmsSite site = site("attempts: 3")) {
            site.hub().stopRoutes();
            site.send(SUBMIT);
            giveBack(site);
            giveBack(site);
            site.hub().startRoutes();

            site.received(".processed");
            assertThat(site.subjects()).containsExactly("order");
        }
    }

    @Test
    void messageThatWasDoneShouldStayDoneHoweverOftenItsCommitFails() throws JMSException {
        try (JmsSite site = site("attempts: 2")) {
            site.hub().stopRoutes();
            for (int i = 0; i < 4; i++) {
                TextMessage message = message(site, SUBMIT, "ID:unlucky");
                message.setJMSRedelivered(i > 0);

                assertThat(site.deliver(message).result()).isEqualTo(i == 0 ? "taken" : "duplicate");
            }
            assertThat(outgoing(site)).hasSize(1);
        }
    }

    @Test
    void tooLargeMessagesShouldBePutAside() throws JMSException {
        try (JmsSite site = site("maxSize: 1KB")) {
            site.send(SUBMIT.replace("order", "ü".repeat(600)));
            BytesMessage bytes = site.session().createBytesMessage();
            bytes.writeBytes(new byte[2_000]);
            site.send(bytes);
            site.send(SUBMIT);

            assertThat(site.received(".error").getStringProperty(Headers.REASON))
                    .contains("expected at most 1");
            assertThat(site.received(".error").getStringProperty(Headers.REASON))
                    .contains("2000 bytes");
            site.received(".processed");
            assertThat(site.subjects()).containsExactly("order");
        }
    }

    @Test
    void answerShouldNameTheRequestsCorrelationIdWhenThePointSaysSo() throws JMSException {
        try (JmsSite site = site("correlation: correlation-id", "keepProcessed: 0s")) {
            TextMessage message = site.session().createTextMessage(SUBMIT);
            message.setJMSCorrelationID("order 7");
            site.send(message);
            String id = site.send(SUBMIT);

            assertThat(List.of(
                            site.text(".notification").getJMSCorrelationID(),
                            site.text(".notification").getJMSCorrelationID()))
                    .containsExactlyInAnyOrder("order 7", id);
            await().atMost(LONG).until(() -> site.count("taken") == 2);
            site.nothing(".processed");
        }
    }

    private JmsSite site(String... parameters) throws JMSException {
        return new JmsSite(folder, broker.url(), parameters);
    }

    /** As a hub that dies with the message. */
    private static void giveBack(JmsSite site) throws JMSException {
        try (var connection = site.factory().createConnection()) {
            connection.start();
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            assertThat(session.createConsumer(session.createQueue(site.destination()))
                            .receive(10_000))
                    .isNotNull();
        }
    }

    private static TextMessage message(JmsSite site, String text, String id) throws JMSException {
        TextMessage message = site.session().createTextMessage(text);
        message.setJMSMessageID(id);
        return message;
    }

    private static List<OutgoingRow> outgoing(JmsSite site) {
        return site.hub().store().read(tx -> tx.outgoing().next(ERP, 100));
    }
}
