package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.testing.ScriptedTransformer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approval is for all that leaves: whatever an edited file would change of it makes another seal. */
class SealTest {
    private static final String HOST = "host: 127.0.0.1";
    private static final String SALES = "alsoFrom: sales@example.com";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private DispatchHouse house;

    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private InteractionId id;

    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Seal before;

    @BeforeEach
    void compose() {
        house = new DispatchHouse(folder).account(HOST, SALES);
        id = house.store(
                null,
                DispatchHouse.draft("jo@example.org"),
                new Wishes(false, null, new Party(null, "sales@example.com")));
        before = house.seal(id);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void itShouldStayWhenNothingThatLeavesChanges() {
        house.account(HOST, SALES, "connections: 2");

        assertThat(house.seal(id)).isEqualTo(before);
    }

    @Test
    void itShouldChangeWhenTheAccountLosesTheSender() {
        house.account(HOST);

        assertThat(house.seal(id)).isNotEqualTo(before);
    }

    @Test
    void itShouldChangeWhenTheAccountGetsACopy() {
        house.account(HOST, SALES, "bcc: archive@example.com");

        assertThat(house.seal(id)).isNotEqualTo(before);
    }

    @Test
    void itShouldChangeWhenAnswersGoElsewhere() {
        house.account(HOST, SALES, "replyTo: elsewhere@example.com");

        assertThat(house.seal(id)).isNotEqualTo(before);
    }

    @Test
    void itShouldChangeWhenATransformerIsAdded() {
        house.transformers("outbound:\n  - {name: stamp, type: " + ScriptedTransformer.class.getName()
                        + ", config: {does: stamp}}\n")
                .account(HOST, SALES);

        assertThat(house.seal(id)).isNotEqualTo(before);
    }
}
