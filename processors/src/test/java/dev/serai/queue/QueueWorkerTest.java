package dev.serai.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.interaction.Content;
import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.NewInteraction;
import dev.serai.store.Store;
import dev.serai.store.Unit;
import dev.serai.store.WorkRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueWorkerTest {
    private static final QueueName INBOUND = QueueName.of("inbound");

    @TempDir
    private Path folder;

    private Store store;
    private final RunThreads threads = new RunThreads();
    private final InFlight inFlight = new InFlight(Clock.systemUTC());

    @BeforeEach
    void open() {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder, sql)));
    }

    @AfterEach
    void close() {
        threads.close();
        store.close();
    }

    @Test
    void anErrorPutsTheWorkBackLikeAnyOtherFailure() {
        Fence fence = claimed(1);

        worker(interaction -> {
                    throw new AssertionError("a step that breaks");
                })
                .process(message(fence));

        await().until(() -> standing(fence).state() == State.QUEUED);
        assertThat(inFlight.running()).isEmpty();
    }

    @Test
    void theLastAttemptThatFailsPutsTheWorkAside() {
        Fence fence = claimed(5);

        worker(interaction -> {
                    throw new IllegalStateException("a step that fails");
                })
                .process(message(fence));

        await().until(() -> standing(fence).state() == State.QUARANTINED);
        assertThat(store.read(tx -> tx.quarantine().load("default", fence.id()))
                        .orElseThrow()
                        .cause()
                        .reason())
                .isEqualTo("failed 5 times: a step that fails");
    }

    @Test
    void aMessageWhoseWorkWasTakenAwayRunsNothing() {
        Fence fence = claimed(1);
        Fence old = new Fence(fence.tenant(), fence.id(), fence.placement(), fence.claim() - 1);

        worker(interaction -> {
                    throw new AssertionError("must not run");
                })
                .process(message(old));

        assertThat(standing(fence).state()).isEqualTo(State.ROUTING);
    }

    @Test
    void workOfAnotherTenantThanTheQueueIsPutAside() {
        Fence fence = claimed(1);
        Generation ofAcme = Generation.of(FileSet.ofTexts(Map.of(
                "config/tenants/acme.yaml", "description: Acme\n", "config/queues/inbound.yaml", "tenant: acme\n")));

        worker(new Always(
                        new Step(interaction -> {
                            throw new AssertionError("must not run");
                        }),
                        ofAcme))
                .process(message(fence));

        await().until(() -> standing(fence).state() == State.QUARANTINED);
        assertThat(inFlight.running()).isEmpty();
    }

    private QueueWorker worker(Deciding deciding) {
        return worker(new Always(new Step(deciding), Generation.of(FileSet.ofTexts(Map.of()))));
    }

    private QueueWorker worker(Always live) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Outages outages = new Outages(Clock.systemUTC());
        return new QueueWorker(
                INBOUND,
                live,
                store,
                inFlight,
                new Setback(store, meters, outages, 5),
                outages,
                new Runs(INBOUND, Duration.ofSeconds(30), threads, new Overruns(Clock.systemUTC()), meters));
    }

    private Fence claimed(int attempts) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        return store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", tx.now(), tx.now());
            tx.interactions().insert(new NewInteraction(id, "default", origin, Content.none(), null, null, Map.of()));
            WorkRow row = WorkRow.born("default", id, INBOUND, 0, tx.now());
            for (int i = 0; i < attempts; i++) {
                row = row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now());
            }
            tx.work().insert(row);
            return row.fence();
        });
    }

    private dev.serai.interaction.Standing standing(Fence fence) {
        return store.read(tx -> tx.interactions().load("default", fence.id()))
                .orElseThrow()
                .standing();
    }

    private static Exchange message(Fence fence) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(LeaseToken.of(fence));
        return exchange;
    }

    private interface Deciding {
        Unit<Boolean> decide(Interaction interaction) throws Exception;
    }

    private record Step(Deciding deciding) implements QueueStep {
        @Override
        public String stage() {
            return "strategy";
        }

        @Override
        public String actor() {
            return "strategy-inbound";
        }

        @Override
        public Unit<Boolean> decide(Interaction interaction) throws Exception {
            return deciding.decide(interaction);
        }
    }

    /** One set of files that is live and stays so. */
    private record Always(QueueStep step, Generation generation) implements LiveDeciders, Deciders {
        @Override
        public <T> T claimFor(Function<Deciders, T> claim) {
            return claim.apply(this);
        }

        @Override
        public Optional<QueueStep> step(QueueName queue) {
            return Optional.of(step);
        }

        @Override
        public void begin() {}

        @Override
        public void end() {}
    }
}
