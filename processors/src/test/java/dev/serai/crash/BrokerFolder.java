package dev.serai.crash;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** The folder of a hub's embedded broker while the hub does not run: what was sent to it and not yet taken. */
final class BrokerFolder {
    private final Path folder;

    BrokerFolder(Path instance) {
        this.folder = instance.resolve("data/broker");
    }

    void send(String destination, List<String> texts) throws Exception {
        inSession(session -> {
            try (MessageProducer producer = session.createProducer(session.createQueue(destination))) {
                for (String text : texts) {
                    producer.send(session.createTextMessage(text));
                }
            }
            return texts.size();
        });
    }

    /** How many messages lie there; they are gone afterwards. */
    int drain(String destination) throws Exception {
        return messages(destination).size();
    }

    /** The messages that lie there; they are gone afterwards. */
    List<Message> messages(String destination) throws Exception {
        return inSession(session -> {
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(destination))) {
                List<Message> found = new ArrayList<>();
                for (Message next = consumer.receive(500); next != null; next = consumer.receive(500)) {
                    found.add(next);
                }
                return found;
            }
        });
    }

    private interface Use<T> {
        T of(Session session) throws JMSException;
    }

    private <T> T inSession(Use<T> use) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setBrokerName("folder-" + System.nanoTime());
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.toFile());
        broker.setPersistenceAdapter(journal);
        broker.start();
        String url = "vm://" + broker.getBrokerName() + "?create=false";
        try (Connection connection = new ActiveMQConnectionFactory(url).createConnection()) {
            connection.start();
            return use.of(connection.createSession(false, Session.AUTO_ACKNOWLEDGE));
        } finally {
            broker.stop();
            broker.waitUntilStopped();
        }
    }
}
