package dev.serai.capture.jms;

import static dev.serai.capture.jms.JmsSite.SUBMIT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.Captured;
import dev.serai.capture.Headers;
import dev.serai.capture.PointState;
import dev.serai.interaction.PointName;
import dev.serai.testing.JmsBroker;
import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What JMS capture points do on every broker; a class per broker runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JmsCaptureContract {
    private static final Duration LONG = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private JmsBroker broker;

    @SuppressWarnings("NullAway.Init") // JUnit makes it
    private JmsSite site;

    abstract JmsBroker start(Path folder);

    @BeforeAll
    void startBroker(@TempDir Path folder) {
        broker = start(folder);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void startHub(@TempDir Path folder) throws JMSException {
        site = new JmsSite(folder, broker.url(), "keepAnswers: 1h");
    }

    @AfterEach
    void stopHub() throws JMSException {
        site.close();
    }

    @Test
    void submitShouldBeAppliedAnsweredAndCopiedToProcessed() throws JMSException {
        TextMessage message = site.session().createTextMessage(SUBMIT);
        message.setStringProperty("shop", "berlin");
        message.setStringProperty("SeraiReason", "forged");
        String id = site.send(message);
        TextMessage answer = site.text(".notification");
        TextMessage copy = site.text(".processed");

        assertThat(site.subjects()).containsExactly("order");
        assertThat(answer.getText()).contains("\"operation\":\"submitted\"");
        assertThat(answer.getJMSCorrelationID()).isEqualTo(id);
        assertThat(answer.getStringProperty(Headers.DELIVERY)).startsWith(id).endsWith("#1");
        assertThat(answer.getStringProperty(Headers.KIND)).isEqualTo("response");
        assertThat(copy.getText()).isEqualTo(SUBMIT);
        assertThat(copy.getStringProperty(Headers.MESSAGE_ID)).isEqualTo(id);
        assertThat(copy.getStringProperty("shop")).isEqualTo("berlin");
        assertThat(copy.getStringProperty(Headers.REASON)).isNull();
        assertThat(copy.getJMSExpiration()).isPositive();
    }

    @Test
    void operationsInXmlShouldBeAnsweredOneByOneWhereTheSenderWants() throws JMSException {
        BytesMessage message = site.session().createBytesMessage();
        message.writeBytes("""
                <?xml version="1.0" encoding="UTF-8"?>
                <orders><interaction operation="submit" ExternalId="A"><properties><Subject>Grüße</Subject></properties>
                </interaction><interaction operation="stop" ExternalId="nobody"/></orders>""".getBytes(UTF_8));
        TemporaryQueue answers = site.session().createTemporaryQueue();
        message.setJMSReplyTo(answers);
        String id = site.send(message);

        TextMessage submitted = (TextMessage) site.received(answers);
        TextMessage error = (TextMessage) site.received(answers);
        Message aside = site.received(".error");
        assertThat(site.subjects()).containsExactly("Grüße");
        assertThat(submitted.getText()).contains("operation=\"submitted\"", "ExternalId=\"A\"");
        assertThat(error.getText()).contains("operation=\"error\"", "code=\"not-found\"");
        assertThat(error.getJMSCorrelationID()).isEqualTo(id);
        assertThat(aside.getStringProperty(Headers.REASON)).startsWith("operation 2: ");
        site.nothing(".notification");
    }

    @Test
    void badRequestsShouldGoToTheErrorQueueWithTheReason() throws JMSException {
        for (String text : List.of(
                "no json",
                "{}",
                "<orders><interaction operation='submit'></orders>",
                "{\"operation\":\"destroy\"}",
                "{\"operation\":\"submit\",\"properties\":{\"queue\":\"nowhere\"}}")) {
            site.send(text);
            TextMessage refused = site.text(".error");
            TextMessage answer = site.text(".notification");

            assertThat(refused.getText()).isEqualTo(text);
            assertThat(refused.getStringProperty(Headers.REASON)).isNotBlank();
            assertThat(refused.getJMSExpiration()).isZero();
            assertThat(answer.getText()).contains("error", "code");
        }
        assertThat(site.subjects()).isEmpty();
    }

    @Test
    void p58_objectMessagesShouldBePutAsideUndeserialised() throws JMSException {
        site.send(site.session().createObjectMessage(new Bomb()));
        site.send(ForgedObject.in(site.session()));
        site.send(SUBMIT);

        assertThat(site.received(".error").getStringProperty(Headers.REASON)).contains("TextMessage");
        assertThat(site.received(".error").getStringProperty(Headers.REASON)).contains("TextMessage");
        site.received(".processed");
        assertThat(Bomb.exploded).isFalse();
        assertThat(site.subjects()).containsExactly("order");
    }

    @Test
    void p58_propertiesFromOutsideShouldNotReachTheStepsOrTheInteraction() throws JMSException {
        TextMessage message = site.session().createTextMessage(SUBMIT);
        for (String name : List.of(
                "CamelSqlQuery",
                "camelHttpUri",
                "CAMELJmsDestinationName",
                "SeraiInteractionId",
                "seraiCapturePoint",
                "JMSXUserID",
                "mail.smtp.host",
                "MAIL.SMTP.FROM",
                "plain")) {
            message.setStringProperty(name, "drop table work\r\nBcc: everybody@example.org");
        }
        message.setJMSCorrelationID("a\r\nBcc: everybody@example.org");
        message.setJMSType("CamelHttpUri");
        site.send(message);
        await().atMost(LONG).until(() -> site.hub().steps().size() == 1);

        var seen = site.hub().steps().get(0);
        assertThat(seen.getMessage().getHeaders()).containsOnlyKeys(Headers.INTERACTION_ID, Headers.CAPTURE_POINT);
        assertThat(seen.getVariables()).isEmpty();
        assertThat(seen.getMessage().getBody(Captured.class).id())
                .isEqualTo(site.hub().interactions().get(0).id());
        assertThat(site.hub().interactions().get(0).userData()).isEmpty();
    }

    @Test
    void answerForATemporaryQueueThatIsGoneShouldHoldUpNoOther() throws JMSException {
        TextMessage message = site.session().createTextMessage(SUBMIT);
        message.setJMSReplyTo(gone());
        site.hub().points().pause(PointName.of(JmsSite.POINT), "test");
        await().atMost(LONG).until(() -> site.hub().status(JmsSite.POINT).state() == PointState.PAUSED);
        site.send(message);
        site.send(SUBMIT);
        site.hub().points().resume(PointName.of(JmsSite.POINT), "test");

        assertThat(site.text(".notification").getText()).contains("submitted");
        await().atMost(LONG).until(() -> site.count("taken") == 2);
        site.nothing(".notification");
        await().atMost(LONG).until(() -> site.unsent() == 0);
    }

    /** The temporary queue of a connection that has ended. */
    private Destination gone() throws JMSException {
        try (var other = site.factory().createConnection()) {
            other.start();
            return other.createSession(false, 1).createTemporaryQueue();
        }
    }

    @Test
    void answersShouldNotGoToTheHubsOwnDestinations() throws JMSException {
        for (String replyTo : List.of(
                "serai.internal.queue.inbound",
                "SERAI.internal.x",
                "a,serai.internal.x",
                "serai.>",
                "a::b",
                "Serai.events",
                "serai.capture.other",
                "queue://queue://serai.capture.other",
                "jms.queue.serai.capture.other")) {
            TextMessage message = site.session().createTextMessage(SUBMIT);
            message.setJMSReplyTo(site.session().createQueue(replyTo));
            site.send(message);

            assertThat(site.text(".notification").getText()).as(replyTo).contains("submitted");
        }
    }

    @Test
    void pointShouldGoOnWhenTheBrokerWasAway() throws Exception {
        site.send(SUBMIT);
        site.received(".processed");
        broker.stop();
        await().atMost(LONG).until(() -> site.hub().status(JmsSite.POINT).state() == PointState.FAILING);
        broker.restart();
        try (var connection = site.factory().createConnection()) {
            var session = connection.createSession(false, 1);
            session.createProducer(session.createQueue(site.destination()))
                    .send(session.createTextMessage(SUBMIT.replace("order", "later")));
        }

        await().atMost(LONG).until(() -> site.subjects().contains("later"));
        await().atMost(LONG).until(() -> site.unsent() == 0);
    }
}
