package dev.serai.capture.jms;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CaptureLimits;
import dev.serai.capture.Headers;
import dev.serai.capture.PointHealth;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.oauth2.Tokens;
import dev.serai.point.DocumentDriver;
import dev.serai.point.PointBench;
import dev.serai.store.Roles;
import dev.serai.testing.Classic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.ActiveMQConnectionFactory;

/** A client of the queues of a point, on a Classic of its own. */
final class JmsPointDriver implements DocumentDriver {
    private static final PointName POINT = PointName.of(PointBench.POINT);
    private static final String DESTINATION = "serai.capture." + PointBench.POINT;

    private final Path journal;
    private final Classic broker;
    private final ActiveMQConnectionFactory factory;
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<String> aside = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // before the first test
    private Home home;

    @SuppressWarnings("NullAway.Init") // before the first test
    private CaptureEnvironment environment;

    @SuppressWarnings("NullAway.Init") // before the first test
    private Connection connection;

    @SuppressWarnings("NullAway.Init") // before the first test
    private Session session;

    JmsPointDriver(Path journal) {
        this.journal = journal;
        this.broker = Classic.start(journal);
        this.factory = new ActiveMQConnectionFactory(broker.url());
    }

    @Override
    public String kind() {
        return "jms";
    }

    @Override
    public void prepare(TestInstance instance) {
        home = instance.home();
        instance.setting("serai.broker.url", "failover:(" + broker.url() + ")");
    }

    @Override
    public void started(Hub hub) throws JMSException {
        environment = environment(hub);
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        collect(".notification", answers);
        collect(".processed", done);
        collect(".error", aside);
    }

    private void collect(String suffix, List<String> texts) throws JMSException {
        Session listening = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        listening
                .createConsumer(listening.createQueue(DESTINATION + suffix))
                .setMessageListener(message -> texts.add(textOf((TextMessage) message)));
    }

    private CaptureEnvironment environment(Hub running) {
        Generation live = Generation.load(home);
        return new CaptureEnvironment(
                running.store(),
                () -> live,
                new Roles(running.store(), "test"),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                journal,
                home,
                new Tokens(home, Clock.systemUTC()),
                CaptureLimits.ofWorkers(1));
    }

    @Override
    public void ending() throws JMSException {
        connection.close();
    }

    @Override
    public void close() {
        broker.close();
    }

    @Override
    public void send(String document) throws JMSException {
        try (var producer = session.createProducer(session.createQueue(DESTINATION))) {
            producer.send(session.createTextMessage(document));
        }
    }

    /** Given to the desk as the receiver does, both times with the id of one message. */
    @Override
    public void sendTwice(String document) throws JMSException {
        String id = "ID:twice-" + document.hashCode();
        take(document, id);
        take(document, id);
    }

    private void take(String document, String id) throws JMSException {
        JmsPointDefinition point =
                environment.generation().get().points(JmsPointDefinition.class).get(POINT);
        TextMessage message = session.createTextMessage(document);
        message.setJMSMessageID(id);
        try (JmsExchange exchange = JmsExchange.open(
                factory,
                point,
                new CopyRoom(new PointHealth(POINT, Clock.systemUTC(), new SimpleMeterRegistry()), System::nanoTime))) {
            new JmsCapture(environment, point).take(exchange, message);
        }
    }

    @Override
    public List<String> answers() {
        return List.copyOf(answers);
    }

    @Override
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public List<String> aside() {
        return List.copyOf(aside);
    }

    private static String textOf(TextMessage message) {
        try {
            return message.getText() + " " + message.getStringProperty(Headers.REASON);
        } catch (JMSException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
