package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.OwnAddresses;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
import dev.serai.store.Store;
import dev.serai.store.WorkChange.By;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text that no database takes as it is comes in by submits of REST and JMS all the same, on both databases alike. */
abstract class StoredTextContract {
    private static final Map<QueueName, QueueDefinition> QUEUES = Generation.of(
                    FileSet.ofTexts(Map.of("config/queues/general.yaml", "strategy: false\n")))
            .queues();
    private static final String NASTY = "a\\u0000b\\ud800c\\uffffd\\ufdd0";
    private static final String CLEAN = "ab\uFFFDc\uFFFDd\uFFFD";

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
    void p36_everyFieldShouldBeCleanedWhenItIsStored() {
        Interaction stored = submit("""
                {"queue": "general", "subject": "%1$s", "text": "%1$s", "externalId": "%1$s",
                 "from": {"name": "%1$s", "address": "jo@example.org"}, "userData": {"%1$s": "%1$s"}}
                """.formatted(NASTY));

        assertThat(stored.content().subject()).isEqualTo(CLEAN);
        assertThat(stored.content().text()).isEqualTo(CLEAN);
        assertThat(stored.origin().externalId()).isEqualTo(CLEAN);
        assertThat(stored.contact().name()).isEqualTo(CLEAN.replace("ab", "a b"));
        assertThat(stored.userData()).isEqualTo(Map.of(CLEAN, CLEAN));
    }

    @Test
    void p36_theSameExternalIdShouldBeTheSameInteraction() {
        String request = "{\"queue\": \"general\", \"externalId\": \"" + NASTY + "\"}";

        assertThat(submit(request).id()).isEqualTo(submit(request).id());
    }

    @Test
    void p36_aReasonShouldBeCleanedInTheTimeline() {
        Interaction stored = submit("{\"queue\": \"general\"}");
        store.writeNow(
                new Hold(new Target("default", stored.id()), null, By.of("x\0y").because("no\0w\uD800")));

        List<Event> timeline = store.read(tx -> tx.events().timeline("default", stored.id()));

        assertThat(timeline.get(1).reason()).isEqualTo("now\uFFFD");
        assertThat(timeline.get(1).actor()).isEqualTo("xy");
    }

    private Interaction submit(String json) {
        Submit submit = Submit.of(
                SubmitRequest.read(JsonFields.parse(json)),
                SubmitDefaults.REST,
                QUEUES,
                OwnAddresses.only(),
                Clock.systemUTC());
        return store.writeNow(submit).orThrow().interaction();
    }
}
