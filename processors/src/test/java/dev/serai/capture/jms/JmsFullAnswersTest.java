package dev.serai.capture.jms;

import static dev.serai.capture.jms.JmsSite.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.testing.Ports;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.VMPendingQueueMessageStoragePolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to a queue that has no room. */
class JmsFullAnswersTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String FULL = "limited";

    private final String url = "tcp://127.0.0.1:" + Ports.free();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "broker that refuses at once: {0}")
    @ValueSource(booleans = {true, false})
    void answerThatIsNotTakenShouldWaitByItselfAndHoldUpNoOther(boolean refuses) throws Exception {
        BrokerService broker = broker(refuses);
        try (JmsSite site = new JmsSite(folder, url)) {
            fill();
            TextMessage greedy = site.session().createTextMessage(SUBMIT.replace("order", "greedy"));
            greedy.setJMSReplyTo(site.session().createQueue(FULL));
            site.send(greedy);
            site.received(".processed");
            site.send(SUBMIT);

            assertThat(site.text(".notification").getText()).contains("submitted");
            await().atMost(LONG).until(() -> site.unsent() == 1);
            site.nothing(".notification");
            String answer = "";
            while (!answer.contains("submitted")) {
                answer = ((TextMessage) site.received(site.session().createQueue(FULL))).getText();
            }
            await().atMost(LONG).until(() -> site.unsent() == 0);
        } finally {
            broker.stop();
        }
    }

    private void fill() throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        factory.setSendTimeout(500);
        try (var connection = factory.createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            var producer = session.createProducer(session.createQueue(FULL));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            producer.send(session.createTextMessage("x".repeat(2_000)));
                        }
                    })
                    .isInstanceOf(JMSException.class);
            Sends.cut(connection);
        }
    }

    private BrokerService broker(boolean refuses) throws Exception {
        PolicyEntry limited = new PolicyEntry();
        limited.setQueue(FULL);
        limited.setMemoryLimit(10_000);
        limited.setPendingQueuePolicy(new VMPendingQueueMessageStoragePolicy());
        limited.setSendFailIfNoSpace(refuses);
        PolicyMap policies = new PolicyMap();
        policies.setPolicyEntries(List.of(limited));
        BrokerService service = new BrokerService();
        service.setBrokerName("limited-" + System.nanoTime());
        service.setPersistent(false);
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setDestinationPolicy(policies);
        service.addConnector(url);
        service.start();
        service.waitUntilStarted();
        return service;
    }
}
