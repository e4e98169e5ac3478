package dev.serai.app;

import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CaptureLimits;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.file.FileComponent;
import dev.serai.capture.jms.JmsComponent;
import dev.serai.capture.kafka.KafkaComponent;
import dev.serai.capture.mailbox.MailboxComponent;
import dev.serai.capture.rest.RestPointComponent;
import dev.serai.capture.sql.SqlComponent;
import dev.serai.chain.ChainMeters;
import dev.serai.conversation.Admission;
import dev.serai.conversation.Joining;
import dev.serai.conversation.ThreadTokens;
import dev.serai.dispatch.DispatchPolicy;
import dev.serai.dispatch.Dispatcher;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.SmtpSender;
import dev.serai.files.CaptureKeys;
import dev.serai.files.ConfigKeys;
import dev.serai.files.Home;
import dev.serai.files.OwnAddresses;
import dev.serai.files.Problem;
import dev.serai.files.QueueKeys;
import dev.serai.files.SecretMissing;
import dev.serai.files.Settings;
import dev.serai.files.StrategyKeys;
import dev.serai.files.ThreadsKeys;
import dev.serai.follow.Followers;
import dev.serai.live.Beginning;
import dev.serai.live.Generations;
import dev.serai.live.LiveSet;
import dev.serai.live.OnDisk;
import dev.serai.live.RefusedException;
import dev.serai.live.Watcher;
import dev.serai.live.Workshop;
import dev.serai.oauth2.Tokens;
import dev.serai.point.Outlets;
import dev.serai.queue.Outages;
import dev.serai.queue.Overruns;
import dev.serai.queue.QueueEngine;
import dev.serai.rest.RestApi;
import dev.serai.rest.RestDependencies;
import dev.serai.rest.RouteWatch;
import dev.serai.rest.StartCheck;
import dev.serai.strategy.LiveOutside;
import dev.serai.strategy.ReplyMeters;
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
import org.apache.camel.impl.DefaultCamelContext;
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
    private final LiveSet live = new LiveSet();
    private final Outages outages = new Outages(clock);
    private final Sending sending = new Sending();
    private final Overruns overruns = new Overruns(clock);
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    HubAssembly(Home home, Settings settings, Parts parts) {
        this.home = home;
        this.settings = settings;
        this.parts = parts;
        this.tokens = new Tokens(home, clock);
    }

    Hub assemble() throws Exception {
        refuse(settings.problems());
        refuse(StartCheck.problems(settings, home));
        CompletableFuture<OnDisk> disk = CompletableFuture.supplyAsync(() -> OnDisk.read(home, settings));
        Foundation foundation = parts.add(Foundation.open(home, settings, clock));
        if (foundation.lock().isAlone()) {
            foundation.roles().takeOver();
        }
        Broker broker = parts.add(Broker.start(settings, foundation.data()));
        DefaultCamelContext camel = HubContext.create(broker);
        parts.add(camel);
        CapturePoints points = points(foundation);
        camel.addComponent(MailboxComponent.SCHEME, new MailboxComponent(points));
        Outlets outlets = parts.add(new Outlets(foundation.store(), foundation.roles()));
        camel.addComponent(FileComponent.SCHEME, new FileComponent(points, outlets));
        camel.addComponent(SqlComponent.SCHEME, new SqlComponent(points, outlets));
        camel.addComponent(JmsComponent.SCHEME, new JmsComponent(points, outlets, broker.plain()));
        camel.addComponent(KafkaComponent.SCHEME, new KafkaComponent(points, outlets));
        camel.addComponent(RestPointComponent.SCHEME, new RestPointComponent(points));
        camel.addComponent(RestPointComponent.WEBFORM, new RestPointComponent(points));
        ThreadTokens signed = tokens(foundation);
        Joining joining = new Joining(signed, Admission.of(settings, this::ownAddresses));
        Outbox outbox = new Outbox(foundation.data().resolve("spool-out"), clock, signed, this::ownAddresses);
        SmtpSender sender = new SmtpSender(home.folder(), tokens, clock);
        RouteWatch watch = new RouteWatch(
                meters, clock, () -> List.of(live.current().context().camel()));
        QueueEngine engine =
                new QueueEngine(camel, foundation.store(), live, meters, limits(foundation), outages, overruns, clock);
        LiveOutside outside = parts.add(new LiveOutside(home, clock));
        Workshop workshop = new Workshop(new Workshop.Hub(
                foundation.store(),
                settings,
                clock,
                scratch(foundation),
                new ChainMeters(meters),
                new ReplyMeters(meters),
                outside,
                outbox,
                sender,
                joining,
                HubContext.equipment(broker, watch)));
        Beginning beginning = new Beginning(new Beginning.Hub(
                home,
                settings,
                foundation.store(),
                foundation.node(),
                foundation.lock().isAlone(),
                meters,
                live,
                workshop,
                camel,
                engine));
        LiveFiles files = new LiveFiles();
        Followers followers =
                Following.of(foundation, broker, home, () -> live.current().generation());
        RestApi rest = parts.add(RestApi.register(
                camel, restDependencies(foundation, broker, files, points, outbox, outside, watch, followers)));
        OnDisk read = joined(disk);
        parts.add(beginning.end());
        Generations generations = begun(beginning, read);
        foundation.store().views(ViewBook.following(() -> live.current().generation()));
        foundation.store().tenants(queue -> live.current().generation().tenantOf(queue));
        Watcher watcher = new Watcher(
                home,
                generations,
                read.stamp(),
                settings.duration(ConfigKeys.QUIET),
                settings.duration(ConfigKeys.LOOK));
        files.are(generations, watcher);
        Dispatcher dispatcher = parts.add(new Dispatcher(
                live, foundation.store(), sender, DispatchPolicy.of(settings, foundation.node()), meters, clock));
        parts.add(engine);
        parts.add(() -> engine.drain(PATIENCE));
        camel.start();
        engine.start();
        dispatcher.start();
        sending.knows(dispatcher, foundation.lock().isAlone());
        rest.start();
        parts.add(new Housekeeper(foundation, joining, live)).start();
        parts.add(new QueueCare(foundation, () -> live.current().generation(), outbox))
                .start();
        parts.add(followers).start();
        parts.add(watcher).start();
        LOG.info("ready generation={} node={}", live.current().generation().id(), foundation.node());
        return new Hub(parts, foundation.store(), rest.port());
    }

    private static Generations begun(Beginning beginning, OnDisk disk) throws HubException {
        try {
            return beginning.begin(disk);
        } catch (RefusedException refused) {
            throw new HubException(
                    "the files have errors, and no earlier set was ever live:\n"
                            + refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")),
                    refused);
        }
    }

    private OwnAddresses ownAddresses() {
        return live.current().playbook().ownAddresses();
    }

    private static Path scratch(Foundation foundation) {
        Path made = foundation.data().resolve("spool-made");
        Scratch.clear(made);
        return made;
    }

    private RestDependencies restDependencies(
            Foundation foundation,
            Broker broker,
            LiveFiles files,
            CapturePoints points,
            Outbox outbox,
            LiveOutside outside,
            RouteWatch watch,
            Followers followers) {
        LazyTrial trial = parts.add(
                new LazyTrial(() -> live.current().playbook(), clock, settings.duration(StrategyKeys.DEADLINE)));
        return new RestDependencies(
                foundation.store(),
                files::now,
                files,
                watch,
                () -> live.current().playbook(),
                settings,
                home,
                clock,
                meters,
                points,
                outbox,
                trial::run,
                Map.of("broker", broker::isUp),
                outside.dependencies(),
                outages,
                overruns,
                followers,
                sending,
                foundation.data(),
                Version.text());
    }

    private ThreadTokens tokens(Foundation foundation) throws HubException {
        try {
            return ThreadTokens.of(settings, foundation.store(), clock);
        } catch (SecretMissing | IllegalArgumentException unusable) {
            throw new HubException(ThreadsKeys.SECRET.name() + ": " + unusable.getMessage(), unusable);
        }
    }

    private CapturePoints points(Foundation foundation) {
        return new CapturePoints(new CaptureEnvironment(
                foundation.store(),
                () -> live.current().generation(),
                foundation.roles(),
                clock,
                meters,
                foundation.data().resolve("spool"),
                home,
                tokens,
                new CaptureLimits(
                        settings.number(CaptureKeys.WORKERS),
                        settings.number(CaptureKeys.MAX_INTAKE_BACKLOG),
                        settings.number(CaptureKeys.SILENT_AFTER))));
    }

    private QueueEngine.Limits limits(Foundation foundation) {
        return new QueueEngine.Limits(
                foundation.node(),
                settings.number(QueueKeys.WINDOW),
                CONSUMERS,
                settings.duration(StrategyKeys.LEASE),
                settings.duration(StrategyKeys.DEADLINE),
                settings.number(StrategyKeys.ATTEMPTS));
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
