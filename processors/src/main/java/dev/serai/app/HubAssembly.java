package dev.serai.app;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CaptureLimits;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.jms.JmsComponent;
import dev.serai.capture.mailbox.MailboxComponent;
import dev.serai.chain.ChainMeters;
import dev.serai.conversation.Admission;
import dev.serai.conversation.Joining;
import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.DispatchPolicy;
import dev.serai.dispatch.Dispatcher;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.SmtpSender;
import dev.serai.dispatch.SmtpSinkProcessor;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.QueueDefinition;
import dev.serai.files.SecretMissing;
import dev.serai.files.SettingKeys;
import dev.serai.files.Settings;
import dev.serai.intake.IntakeStep;
import dev.serai.intake.Storm;
import dev.serai.oauth2.Tokens;
import dev.serai.queue.Outages;
import dev.serai.queue.QueueEngine;
import dev.serai.rest.LiveConfig;
import dev.serai.rest.RestApi;
import dev.serai.rest.RestDependencies;
import dev.serai.strategy.LiveOutside;
import dev.serai.strategy.Outgoing;
import dev.serai.strategy.ReplyMeters;
import dev.serai.strategy.StrategyRunner;
import dev.serai.strategy.StrategyStep;
import dev.serai.transform.Scratch;
import dev.serai.view.ViewBook;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a hub together, from the database up to the capture points. To be used once. */
final class HubAssembly {
    private static final Logger LOG = LoggerFactory.getLogger(HubAssembly.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONSUMERS = 8;

    private final Home home;
    private final Settings settings;
    private final Parts parts;
    private final Clock clock = Clock.systemUTC();
    private final Tokens tokens;
    private final Outages outages = new Outages(clock);
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    HubAssembly(Home home, Settings settings, Parts parts) {
        this.home = home;
        this.settings = settings;
        this.parts = parts;
        this.tokens = new Tokens(home, clock);
    }

    Hub assemble() throws Exception {
        refuse(settings.problems());
        CompletableFuture<LiveFiles.OnDisk> disk =
                CompletableFuture.supplyAsync(() -> LiveFiles.OnDisk.read(home, settings));
        Foundation foundation = parts.add(Foundation.open(home, settings, clock));
        if (foundation.lock().isAlone()) {
            foundation.roles().takeOver();
        }
        Broker broker = parts.add(Broker.start(settings, foundation.data()));
        Path made = foundation.data().resolve("spool-made");
        Scratch.clear(made);
        LiveOutside outside = parts.add(new LiveOutside(home, clock));
        LiveFiles files = LiveFiles.choose(
                joined(disk),
                foundation.store(),
                settings,
                home,
                new Live.Surroundings(made, new ChainMeters(meters), outside));
        Live live = files.live();
        foundation.store().views(ViewBook.following(live::generation));
        CamelContext camel = HubContext.create(broker);
        parts.add(camel);
        CapturePoints points = points(foundation, live);
        camel.addComponent(MailboxComponent.SCHEME, new MailboxComponent(points));
        camel.addComponent(JmsComponent.SCHEME, new JmsComponent(points, broker.plain()));
        ThreadTokens signed = tokens(foundation);
        Outbox outbox = new Outbox(
                foundation.data().resolve("spool-out"),
                clock,
                signed,
                () -> live.playbook().ownAddresses());
        SmtpSender sender = new SmtpSender(home.folder(), tokens, clock);
        camel.getRegistry().bind(SmtpSinkProcessor.BEAN, new SmtpSinkProcessor(live::generation, sender));
        RestApi rest = parts.add(RestApi.register(camel, restDependencies(foundation, broker, files, points, outbox)));
        HubContext.load(camel, live.generation());
        Dispatcher dispatcher = parts.add(dispatcher(camel, foundation, live, sender));
        Joining joining =
                new Joining(signed, Admission.of(settings, () -> live.playbook().ownAddresses()));
        QueueEngine engine = parts.add(engine(camel, foundation, live, outbox, joining));
        parts.add(() -> engine.drain(PATIENCE));
        camel.start();
        engine.start();
        dispatcher.start();
        parts.add(new Housekeeper(foundation, joining)).start();
        parts.add(new QueueCare(foundation, live::generation)).start();
        LOG.info("ready generation={} node={}", live.generation().id(), foundation.node());
        return new Hub(parts, foundation.store(), rest.port());
    }

    private RestDependencies restDependencies(
            Foundation foundation, Broker broker, LiveFiles files, CapturePoints points, Outbox outbox) {
        Live live = files.live();
        LiveConfig config = new LiveConfig(live.generation(), clock.instant(), files.refused());
        LazyTrial trial = parts.add(new LazyTrial(live.playbook(), clock));
        return new RestDependencies(
                foundation.store(),
                () -> config,
                live::playbook,
                settings,
                home,
                clock,
                meters,
                points,
                outbox,
                trial::run,
                Map.of("broker", broker::isUp),
                foundation.data(),
                Version.text());
    }

    private ThreadTokens tokens(Foundation foundation) throws HubException {
        try {
            return ThreadTokens.of(settings, foundation.store(), clock);
        } catch (SecretMissing | IllegalArgumentException unusable) {
            throw new HubException(SettingKeys.THREADS_SECRET.name() + ": " + unusable.getMessage(), unusable);
        }
    }

    private Dispatcher dispatcher(CamelContext camel, Foundation foundation, Live live, SmtpSender sender) {
        DispatchPolicy policy = DispatchPolicy.of(settings, foundation.node());
        return new Dispatcher(camel, foundation.store(), live::generation, sender, policy, meters, clock);
    }

    private CapturePoints points(Foundation foundation, Live live) {
        return new CapturePoints(new CaptureEnvironment(
                foundation.store(),
                live::generation,
                foundation.roles(),
                clock,
                meters,
                foundation.data().resolve("spool"),
                home,
                tokens,
                new CaptureLimits(
                        settings.number(SettingKeys.CAPTURE_WORKERS),
                        settings.number(SettingKeys.CAPTURE_MAX_INTAKE_BACKLOG),
                        settings.number(SettingKeys.CAPTURE_SILENT_AFTER))));
    }

    private QueueEngine engine(CamelContext camel, Foundation foundation, Live live, Outbox outbox, Joining joining)
            throws Exception {
        QueueEngine engine = new QueueEngine(
                camel, foundation.store(), live::generation, meters, limits(foundation), outages, clock);
        engine.add(
                QueueDefinition.INTAKE,
                new IntakeStep(foundation.store(), live::generation, live::intake, joining, Storm.of(settings)));
        StrategyRunner runner = parts.add(new StrategyRunner(camel));
        Outgoing outgoing = new OutgoingMail(outbox, foundation.store(), live::generation, live::chains);
        ReplyMeters replies = new ReplyMeters(meters);
        for (QueueDefinition queue : live.generation().queues().values()) {
            if (queue.strategy() && !queue.isHubOwn()) {
                engine.add(
                        queue.name(), new StrategyStep(queue.name(), runner, live::playbook, outgoing, replies, clock));
            }
        }
        return engine;
    }

    private QueueEngine.Limits limits(Foundation foundation) {
        return new QueueEngine.Limits(
                foundation.node(),
                settings.number(SettingKeys.QUEUE_WINDOW),
                CONSUMERS,
                settings.duration(SettingKeys.STRATEGY_LEASE),
                settings.duration(SettingKeys.STRATEGY_DEADLINE),
                settings.number(SettingKeys.STRATEGY_ATTEMPTS));
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
}
