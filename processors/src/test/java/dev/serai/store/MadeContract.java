package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored of what transformers made, on both databases alike; a class per database runs it. */
abstract class MadeContract {
    private static final String TENANT = "default";

    private final InteractionId id = InteractionId.next(Clock.systemUTC());
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
    void bytesOfAnyKindShouldComeBackExactly() throws IOException {
        byte[] large = new byte[3 * RawTable.CHUNK + 7];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i % 251);
        }
        put(1, new byte[] {0, -1, 13, 10});
        put(2, large);
        put(3, new byte[0]);
        assertThat(bytes(id, 1)).isEqualTo(new byte[] {0, -1, 13, 10});
        assertThat(bytes(id, 2)).isEqualTo(large);
        assertThat(bytes(id, 3)).isEmpty();
    }

    @Test
    void secondWritingShouldReplaceTheFirst() throws IOException {
        put(MadeTable.MAIL, new byte[2 * RawTable.CHUNK]);
        put(MadeTable.MAIL, new byte[] {1});
        assertThat(bytes(id, MadeTable.MAIL)).isEqualTo(new byte[] {1});
        List<Integer> numbers = store.read(tx -> tx.made().numbers(TENANT, id));
        assertThat(numbers).containsExactly(MadeTable.MAIL);
    }

    @Test
    void copyShouldHaveAllOfItAndOutliveTheFirst() throws IOException {
        InteractionId other = InteractionId.next(Clock.systemUTC());
        put(MadeTable.MAIL, new byte[] {1});
        put(2, new byte[] {2});
        store.writeNow(tx -> {
            tx.made().copy(TENANT, id, other);
            tx.made().delete(TENANT, id, MadeTable.MAIL);
            tx.made().delete(TENANT, id, 2);
            return true;
        });
        assertThat(store.made(TENANT, id, 2)).isEmpty();
        assertThat(bytes(other, MadeTable.MAIL)).isEqualTo(new byte[] {1});
        assertThat(bytes(other, 2)).isEqualTo(new byte[] {2});
    }

    @Test
    void rewrittenMailShouldStandInForAnOriginalThatIsGone() throws IOException {
        store.writeNow(tx -> {
            tx.raw().insert(TENANT, id, RawContent.of(new byte[] {9}));
            tx.made().put(TENANT, id, MadeTable.MAIL, RawContent.of(new byte[] {1}));
            return true;
        });
        assertThat(store.raw(TENANT, id).orElseThrow().open().readAllBytes()).isEqualTo(new byte[] {9});
        store.writeNow(tx -> {
            tx.raw().delete(TENANT, id);
            return true;
        });
        assertThat(store.received(TENANT, id)).isEmpty();
        assertThat(store.raw(TENANT, id).orElseThrow().open().readAllBytes()).isEqualTo(new byte[] {1});
    }

    private void put(int number, byte[] bytes) {
        store.writeNow(tx -> {
            tx.made().put(TENANT, id, number, RawContent.of(bytes));
            return true;
        });
    }

    private byte[] bytes(InteractionId of, int number) throws IOException {
        return store.made(TENANT, of, number).orElseThrow().open().readAllBytes();
    }
}
