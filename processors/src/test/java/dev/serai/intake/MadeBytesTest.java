package dev.serai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.MadeTable;
import dev.serai.store.RawContent;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail may come to intake again, by an operator's hand: what was made the first time goes, but never the last form. */
class MadeBytesTest {
    private static final String TENANT = "default";
    private static final MadeBytes NOTHING = new MadeBytes(Map.of(), false);

    private final InteractionId id = InteractionId.next(Clock.systemUTC());

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.on(
                Database.open(DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"))));
        store.writeNow(tx -> {
            tx.raw().insert(TENANT, id, RawContent.of(new byte[] {9}));
            return true;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasMadeBeforeShouldGoWhenNothingIsMadeNow() {
        write(new MadeBytes(Map.of(MadeTable.MAIL, content(1), 2, content(2)), false), false);
        write(NOTHING, true);
        assertThat(numbers()).isEmpty();
        assertThat(store.received(TENANT, id)).isPresent();
    }

    @Test
    void lastFormOfAMailShouldStay() {
        write(new MadeBytes(Map.of(MadeTable.MAIL, content(1), 2, content(2)), true), false);
        write(NOTHING, true);
        assertThat(store.received(TENANT, id)).isEmpty();
        assertThat(numbers()).containsExactly(MadeTable.MAIL);
    }

    private List<Integer> numbers() {
        return store.read(tx -> tx.made().numbers(TENANT, id));
    }

    private void write(MadeBytes made, boolean again) {
        store.writeNow(tx -> {
            made.write(tx, TENANT, id, again);
            return true;
        });
    }

    private static RawContent content(int value) {
        return RawContent.of(new byte[] {(byte) value});
    }
}
