package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.OwnAddresses;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submits that many systems make at the same time, on both databases alike; a class per database runs it. */
abstract class SubmitsAtOnceContract {
    private static final Generation GENERATION = Generation.load(Home.of(Path.of(System.getProperty("serai.home"))));
    private static final int MANY = 200;

    private Store store;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatASubmitAnswersShouldBeWhatIsStored() {
        Submitted answered = store.writeNow(
                        submit(
                                "{'queue':'billing','externalId':'4711','priority':70,'subject':'In\\u00fcvoice','text':'pay','language':'de',"
                                        + "'from':{'name':'Jo','address':'Jo@example.org'},'to':['a@example.com'],"
                                        + "'receivedAt':'2026-11-01T10:00:00.123456789Z','userData':{'n':1.5,'big':12345678901,'yes':true}}"))
                .orThrow();

        assertThat(answered.interaction())
                .isEqualTo(stored(answered.interaction().id()));
    }

    @Test
    void oneExternalIdShouldBeOneInteractionHoweverManyBringItAtOnce() {
        List<InteractionId> ids = all(IntStream.range(0, MANY)
                .mapToObj(any -> submit("{'queue':'billing','externalId':'4711'}"))
                .toList());

        assertThat(ids).hasSize(MANY).containsOnly(ids.get(0));
    }

    @Test
    void oneDeliveryKeyShouldBeOneInteractionHoweverOftenItComesAtOnce() {
        DeliveryKey key = DeliveryKey.of("default", "crm", "k-1", "the same");
        List<InteractionId> ids = IntStream.range(0, MANY)
                .mapToObj(any -> store.write(new Idempotent<>(submit("{'queue':'billing'}"), key, new AnswersById())))
                .toList()
                .stream()
                .map(answer -> answer.join().orThrow().interaction().id())
                .toList();

        assertThat(ids).hasSize(MANY).containsOnly(ids.get(0));
    }

    @Test
    void customersThatAreNewToAllShouldBeOneContactEach() {
        List<InteractionId> ids = all(IntStream.range(0, MANY)
                .mapToObj(number -> submit("{'queue':'billing','from':'customer-" + number % 10 + "@example.org'}"))
                .toList());

        assertThat(ids.stream()
                        .map(this::stored)
                        .map(one -> Objects.requireNonNull(one.contact()))
                        .distinct())
                .hasSize(10);
    }

    private List<InteractionId> all(List<Submit> submits) {
        List<CompletableFuture<Outcome<Submitted>>> answers =
                submits.stream().map(submit -> store.write(submit)).toList();
        return answers.stream()
                .map(answer -> answer.join().orThrow().interaction().id())
                .toList();
    }

    private Interaction stored(InteractionId id) {
        return store.read(tx -> tx.interactions().load("default", id)).orElseThrow();
    }

    private static Submit submit(String json) {
        return Submit.of(
                SubmitRequest.read(JsonFields.parse(json.replace('\'', '"'))),
                SubmitDefaults.REST,
                GENERATION.queues(),
                OwnAddresses.of(GENERATION),
                Clock.systemUTC());
    }

    /** Keeps the id, as points do. */
    private static final class AnswersById implements Answers<Submitted> {
        @Override
        public String write(Submitted answer) {
            return answer.interaction().id().value();
        }

        @Override
        public Submitted read(String stored, dev.serai.store.Tx tx) {
            return new Submitted(
                    tx.interactions().load("default", InteractionId.of(stored)).orElseThrow(), false);
        }
    }
}
