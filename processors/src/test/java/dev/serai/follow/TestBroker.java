package dev.serai.follow;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.jspecify.annotations.Nullable;

/** A broker on a port of its own that can be away for a while; what it holds outlives that. */
@SuppressWarnings("try") // brokers say that they may throw anything when they stop
final class TestBroker implements AutoCloseable {
    private static final String TOPIC = "serai.events";
    private static final long PATIENCE = 700;

    private final Path folder;
    private int port;
    private BrokerService broker;

    TestBroker(Path folder) throws Exception {
        this.folder = folder;
        this.broker = start();
        this.port = broker.getTransportConnectors().get(0).getConnectUri().getPort();
    }

    ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    void goAway() throws Exception {
        broker.stop();
        broker.waitUntilStopped();
    }

    void comeBack() throws Exception {
        broker = start();
    }

    /** What a durable subscriber gets until nothing more comes; it subscribes at its first time. */
    List<TextMessage> received(String subscriber, @Nullable String selector) throws JMSException {
        List<TextMessage> messages = new ArrayList<>();
        try (Connection connection = connections().createConnection()) {
            connection.setClientID(subscriber);
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer =
                    session.createDurableSubscriber(session.createTopic(TOPIC), "events", selector, false);
            while (consumer.receive(PATIENCE) instanceof TextMessage message) {
                messages.add(message);
            }
        }
        return messages;
    }

    private BrokerService start() throws Exception {
        BrokerService service = new BrokerService();
        service.setBrokerName("events");
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.toFile());
        service.setPersistenceAdapter(journal);
        service.addConnector("tcp://127.0.0.1:" + port);
        service.start();
        service.waitUntilStarted();
        return service;
    }

    @Override
    public void close() throws Exception {
        goAway();
    }
}
