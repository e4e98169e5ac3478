package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.crash.RestClient.Call;
import dev.serai.interaction.Interaction;
import dev.serai.testing.Ports;
import dev.serai.testing.Postgres;
import dev.serai.window.HaltingHook;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Work that a broker was to carry is done all the same, once, whatever becomes of the broker. */
class BrokerWipedTest {
    private static final int WORK = 1_000;
    private static final String INBOUND = "/api/v1/queues/inbound/";

    private final RestClient rest = new RestClient();

    @TempDir
    private Path folder;

    @Test
    void workShouldBeDoneOnceWhenTheBrokersFolderIsRemoved() throws Exception {
        TestInstance instance = instance();
        try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=QUEUE_HANDED:150")) {
            int port = dying.awaitReady();
            submitAll(port);
            CompletableFuture<?> unused = rest.tryPost(port, Call.of(INBOUND + "resume", ""));
            assertThat(dying.awaitExit()).isEqualTo(HaltingHook.STATUS);
        }
        assertThat(FileSystemUtils.deleteRecursively(folder.resolve("data/broker")))
                .isTrue();

        try (Hub hub = instance.start()) {
            awaitDone(hub);
        }
    }

    @Test
    void workShouldBeDoneOnceWhenMessagesAreStolen() throws Exception {
        int port = Ports.free();
        BrokerService broker = broker(port);
        AtomicInteger stolen = new AtomicInteger();
        try (Hub hub = onBroker(port).start()) {
            submitAll(hub.httpPort());
            try (Connection thief = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection()) {
                steal(thief, stolen);
                resume(hub);
                Site.eventually(() -> assertThat(stolen).hasValueGreaterThan(20));
            }
            awaitDone(hub);
        } finally {
            broker.stop();
        }
    }

    @Test
    void workShouldBeDoneOnceWhenTheBrokerIsAnotherOneSuddenly() throws Exception {
        int port = Ports.free();
        BrokerService broker = broker(port);
        try (Hub hub = onBroker(port).start()) {
            submitAll(hub.httpPort());
            resume(hub);
            Site.eventually(() -> assertThat(done(hub)).hasSizeGreaterThan(50));
            broker.stop();
            broker.waitUntilStopped();
            assertThat(done(hub)).hasSizeLessThan(WORK);
            broker = broker(port);
            awaitDone(hub);
        } finally {
            broker.stop();
        }
    }

    private TestInstance onBroker(int port) {
        return instance().on(Postgres.shared().createDatabase()).setting("serai.broker.url", "tcp://127.0.0.1:" + port);
    }

    private TestInstance instance() {
        return new TestInstance(folder).setting("serai.strategy.lease", "2s");
    }

    /** A broker that keeps nothing. */
    private static BrokerService broker(int port) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setBrokerName("external-" + System.nanoTime());
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.addConnector("tcp://127.0.0.1:" + port);
        broker.start();
        return broker;
    }

    private static void steal(Connection thief, AtomicInteger stolen) throws Exception {
        Session session = thief.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue("serai.internal.queue.inbound"));
        consumer.setMessageListener(message -> stolen.incrementAndGet());
        thief.start();
    }

    /** A thousand wait in a queue that an operator paused. */
    private void submitAll(int port) throws Exception {
        assertThat(rest.post(port, Call.of(INBOUND + "pause", "")).status()).isEqualTo(200);
        for (int i = 1; i <= WORK; i++) {
            Call submit = Call.of("/api/v1/interactions", "{'subject':'" + i + "','queue':'inbound'}");
            assertThat(rest.post(port, submit).status()).isEqualTo(201);
        }
    }

    private void resume(Hub hub) throws Exception {
        assertThat(rest.post(hub.httpPort(), Call.of(INBOUND + "resume", "")).status())
                .isEqualTo(200);
    }

    /** Each is where the strategy placed it, by its second placement: the first was the submit. */
    private static void awaitDone(Hub hub) {
        Site.eventually(() -> assertThat(done(hub)).hasSize(WORK));
        Books books = new Books(hub.store());
        Site.eventually(books::eventsAreGapless);
        books.rest(WORK);
        books.nothingAside();
        assertThat(done(hub))
                .allSatisfy(one -> assertThat(one.standing().placement()).isEqualTo(2));
        assertThat(done(hub))
                .extracting(one -> one.content().subject())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, WORK)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    private static List<Interaction> done(Hub hub) {
        return new Books(hub.store())
                .interactions().stream()
                        .filter(one -> one.standing().queue() != null)
                        .filter(one -> !"inbound".equals(one.standing().queue().value()))
                        .toList();
    }
}
