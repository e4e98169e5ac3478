package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.capture.Headers;
import dev.serai.interaction.Interaction;
import dev.serai.store.Store;
import dev.serai.testing.JmsBroker;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.ActiveMQConnectionFactory;

/** Orders that come over a broker which outlives the hub, some of them wrong, and the books about them. */
final class JmsDrop implements Drop {
    private static final String DESTINATION = "serai.capture.web";

    private final Connection connection;
    private final Session session;
    private final List<String> orders = new ArrayList<>();
    private final List<String> processed = new ArrayList<>();
    private final Set<String> answers = new HashSet<>();
    private int wrong;

    JmsDrop(TestInstance instance, JmsBroker broker) throws JMSException {
        connection = new ActiveMQConnectionFactory(broker.url()).createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        instance.setting("serai.broker.url", broker.url()).file("routes/capture/capture-jms-web.camel.yaml", """
                - route:
                    id: capture-jms-web
                    description: The test's orders
                    from:
                      uri: kamelet:jms-capture-source
                      parameters: {name: web, queue: general, attempts: 100}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
    }

    /** Each with two operations, of which the second names what the first made. */
    @Override
    public void order(int count) throws JMSException {
        for (int i = 0; i < count; i++) {
            String order = "message " + orders.size();
            orders.add(order);
            send("""
                    [{"operation":"submit","externalId":"%1$s","properties":{"subject":"%1$s"}},
                     {"operation":"update","externalId":"%1$s","properties":{"tier":"gold"}}]""".formatted(order));
        }
    }

    @Override
    public void wrong(int count) throws JMSException {
        for (int i = 0; i < count; i++) {
            wrong++;
            send("{\"operation\":\"destroy\"}");
        }
    }

    /** How many messages were done until now. */
    int done() throws JMSException {
        try (MessageConsumer copies = session.createConsumer(session.createQueue(DESTINATION + ".processed"))) {
            for (TextMessage next = take(copies); next != null; next = take(copies)) {
                processed.add(next.getText());
            }
        }
        return processed.size();
    }

    /** Each order is there once, each operation was answered, each message is where it belongs. */
    @Override
    public void balance(Store store) throws JMSException {
        Site.eventually(() -> {
            assertThat(done()).isEqualTo(orders.size());
            assertThat(answered()).isEqualTo(2 * orders.size() + wrong);
        });
        assertThat(processed).doesNotHaveDuplicates();
        assertThat(aside()).isEqualTo(wrong);
        Site.eventually(() -> assertThat(count(DESTINATION)).isZero());
        List<Interaction> there = new Books(store).of("web");
        assertThat(there).extracting(one -> one.content().subject()).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(there).allMatch(one -> "gold".equals(one.userData().get("tier")));
    }

    /** What was put aside, which is taken by this. */
    private int aside() throws JMSException {
        int found = 0;
        try (MessageConsumer copies = session.createConsumer(session.createQueue(DESTINATION + ".error"))) {
            while (take(copies) != null) {
                found++;
            }
        }
        return found;
    }

    private int answered() throws JMSException {
        try (MessageConsumer news = session.createConsumer(session.createQueue(DESTINATION + ".notification"))) {
            for (TextMessage next = take(news); next != null; next = take(news)) {
                answers.add(next.getStringProperty(Headers.DELIVERY));
            }
        }
        return answers.size();
    }

    private int count(String queue) throws JMSException {
        try (var browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> waiting = browser.getEnumeration();
            return Collections.list(waiting).size();
        }
    }

    private void send(String text) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(DESTINATION))) {
            producer.send(session.createTextMessage(text));
        }
    }

    private static TextMessage take(MessageConsumer from) throws JMSException {
        return (TextMessage) from.receive(100);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
