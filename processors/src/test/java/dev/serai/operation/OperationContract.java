package dev.serai.operation;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Store;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store of its own for each test of operations, and the words in which these are asked. */
abstract class OperationContract {
    static final QueueName BILLING = QueueName.of("billing");
    static final QueueName GENERAL = QueueName.of("general");
    static final By OPERATOR = By.of("operator");
    static final Home HOME = Home.of(Path.of(System.getProperty("serai.home")));
    static final Generation GENERATION = Generation.load(HOME);
    static final Map<QueueName, QueueDefinition> QUEUES = GENERATION.queues();

    Store store;
    Operations operations;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        operations = new Operations(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    Unit<Outcome<List<Lease>>> keyedPull(String key) {
        PullRequest request = new PullRequest("default", BILLING, 2, Duration.ofMinutes(5), "anna");
        return new Idempotent<>(
                new Pull(request, QUEUES), DeliveryKey.of("default", "rest", key, "pull"), new PulledBatch());
    }

    Interaction submit(String json) {
        return run(submission(json)).orThrow().interaction();
    }

    static Submit submission(String json) {
        return Submit.of(
                request(json),
                SubmitDefaults.REST,
                QUEUES,
                OwnAddresses.only("support@example.com"),
                Clock.systemUTC());
    }

    static SubmitRequest request(String json) {
        return SubmitRequest.read(fields(json));
    }

    static JsonFields fields(String json) {
        return JsonFields.parse(json.replace('\'', '"'));
    }

    List<Lease> pull(String worker, int max) {
        PullRequest request = new PullRequest("default", BILLING, max, Duration.ofMinutes(5), worker);
        return operations.pull(new Pull(request, QUEUES)).orThrow();
    }

    <T> Outcome<T> run(Unit<Outcome<T>> operation) {
        return operations.run(operation).join();
    }

    static <T> Outcome.Done<T> done(Outcome<T> outcome) {
        return (Outcome.Done<T>) outcome;
    }

    static Code refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().code();
    }

    static Target target(Interaction stored) {
        return new Target("default", stored.id());
    }

    static Target target(Lease lease) {
        return target(lease.interaction());
    }

    Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load("default", id)).orElseThrow();
    }

    State state(InteractionId id) {
        return load(id).standing().state();
    }

    List<String> types(InteractionId id) {
        return store.read(tx -> tx.events().timeline("default", id)).stream()
                .map(event -> event.type())
                .toList();
    }
}
