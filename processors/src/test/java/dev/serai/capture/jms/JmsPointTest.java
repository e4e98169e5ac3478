package dev.serai.capture.jms;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CaptureLimits;
import dev.serai.capture.PointHealth;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.JmsPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.oauth2.Tokens;
import dev.serai.point.PointContract;
import dev.serai.store.Roles;
import dev.serai.testing.Classic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of points, over the queues of a Classic. */
class JmsPointTest extends PointContract {
    private static final String DESTINATION = "serai.capture." + POINT;

    private final List<String> answers = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path journal;

    @SuppressWarnings("NullAway.Init") // before the first test
    private Classic broker;

    @SuppressWarnings("NullAway.Init") // before the first test
    private ActiveMQConnectionFactory factory;

    @SuppressWarnings("NullAway.Init") // before the first test
    private Home home;

    @SuppressWarnings("NullAway.Init") // before the first test
    private CaptureEnvironment environment;

    @SuppressWarnings("NullAway.Init") // before the first test
    private Connection connection;

    @SuppressWarnings("NullAway.Init") // before the first test
    private Session session;

    @Override
    protected String kind() {
        return "jms";
    }

    @Override
    protected void prepare(TestInstance instance) {
        home = instance.home();
        broker = Classic.start(journal);
        factory = new ActiveMQConnectionFactory(broker.url());
        instance.setting("serai.broker.url", "failover:(" + broker.url() + ")");
    }

    @Override
    protected void started(Hub running) throws Exception {
        environment = environment(running);
        connection = factory.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        Session listening = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        listening
                .createConsumer(listening.createQueue(DESTINATION + ".notification"))
                .setMessageListener(message -> answers.add(textOf((TextMessage) message)));
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
    protected void ending() throws Exception {
        connection.close();
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Override
    protected void send(String document) throws Exception {
        try (var producer = session.createProducer(session.createQueue(DESTINATION))) {
            producer.send(session.createTextMessage(document));
        }
    }

    /** Given to the desk as the receiver does, both times with the id of one message. */
    @Override
    protected void deliverTwice(String document) throws Exception {
        String id = "ID:twice-" + document.hashCode();
        deliver(document, id);
        deliver(document, id);
    }

    private void deliver(String document, String id) throws Exception {
        JmsPointDefinition point =
                environment.generation().get().points(JmsPointDefinition.class).get(PointName.of(POINT));
        TextMessage message = session.createTextMessage(document);
        message.setJMSMessageID(id);
        try (JmsExchange exchange = JmsExchange.open(
                factory,
                point,
                new CopyRoom(
                        new PointHealth(PointName.of(POINT), Clock.systemUTC(), new SimpleMeterRegistry()),
                        System::nanoTime))) {
            new JmsCapture(environment, point).take(exchange, message);
        }
    }

    @Override
    protected List<String> answers() {
        return List.copyOf(answers);
    }

    private static String textOf(TextMessage message) {
        try {
            return message.getText();
        } catch (jakarta.jms.JMSException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
