package dev.serai.app;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.mailbox.MailboxComponent;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.QueueDefinition;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import dev.serai.intake.IntakeStep;
import dev.serai.queue.QueueEngine;
import dev.serai.store.Store;
import dev.serai.strategy.Outgoing;
import dev.serai.strategy.StrategyRunner;
import dev.serai.strategy.StrategyStep;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running hub. {@link #start} returns when it is ready; {@link #close} drains it and takes it down in order. */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONSUMERS = 8;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Foundation foundation;
    private CapturePoints points;

    private Hub() {}

    /**
     * Starts a hub on an instance.
     *
     * @throws HubException when it cannot: the message is for the operator
     */
    public static Hub start(Home home, Settings settings) throws HubException {
        Hub hub = new Hub();
        try {
            hub.assemble(home, settings);
            return hub;
        } catch (HubException known) {
            hub.close();
            throw known;
        } catch (Exception failure) {
            hub.close();
            throw new HubException("the hub does not start: " + HubException.words(failure), failure);
        }
    }

    /** The store, for embedded use and tests. */
    public Store store() {
        return foundation.store();
    }

    /** The capture points of this node. */
    public CapturePoints capturePoints() {
        return points;
    }

    private void assemble(Home home, Settings settings) throws Exception {
        refuse(settings.problems());
        Clock clock = Clock.systemUTC();
        CompletableFuture<LiveFiles.OnDisk> disk =
                CompletableFuture.supplyAsync(() -> LiveFiles.OnDisk.read(home, settings));
        foundation = part(Foundation.open(home, settings, clock));
        Broker broker = part(Broker.start(settings, foundation.data()));
        Store store = foundation.store();
        LiveFiles files = LiveFiles.choose(joined(disk), store, settings, home);
        Live live = files.live();
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        part(meters::close);
        CamelContext camel = HubContext.create(broker, meters);
        part(camel::close);
        points = new CapturePoints(new CaptureEnvironment(
                store,
                live::generation,
                foundation.roles(),
                clock,
                meters,
                foundation.data().resolve("spool"),
                home,
                settings.number(SettingKeys.CAPTURE_WORKERS)));
        camel.addComponent(MailboxComponent.SCHEME, new MailboxComponent(points));
        HubContext.load(camel, live.generation());
        QueueEngine engine = part(engine(camel, live, meters));
        part(() -> engine.drain(PATIENCE));
        camel.start();
        engine.start();
        part(new Housekeeper(store, foundation.roles())).start();
        LOG.info("ready generation={} node={}", live.generation().id(), foundation.node());
    }

    private QueueEngine engine(CamelContext camel, Live live, PrometheusMeterRegistry meters) throws Exception {
        Settings settings = foundation.settings();
        Clock clock = foundation.clock();
        QueueEngine engine = new QueueEngine(
                camel,
                foundation.store(),
                live::generation,
                meters,
                new QueueEngine.Limits(
                        foundation.node(),
                        settings.number(SettingKeys.QUEUE_WINDOW),
                        CONSUMERS,
                        settings.duration(SettingKeys.STRATEGY_LEASE),
                        settings.duration(SettingKeys.STRATEGY_DEADLINE),
                        settings.number(SettingKeys.STRATEGY_ATTEMPTS)),
                clock);
        engine.add(QueueDefinition.INTAKE, new IntakeStep(foundation.store(), live::generation, live::intake));
        StrategyRunner runner = part(new StrategyRunner(camel));
        Outgoing outgoing =
                new OutgoingMail(new Outbox(foundation.data().resolve("spool-out"), clock), live::generation);
        for (QueueDefinition queue : live.generation().queues().values()) {
            if (queue.strategy() && !queue.isHubOwn()) {
                engine.add(queue.name(), new StrategyStep(queue.name(), runner, live::playbook, outgoing, clock));
            }
        }
        return engine;
    }

    private static void refuse(List<Problem> problems) throws HubException {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new HubException(errors.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                LOG.warn("a part did not stop cleanly reason={}", HubException.words(failure));
            }
        }
    }
}
