package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.store.GenerationLife.Begin;
import dev.serai.store.GenerationLife.Changes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of sets of files, on both databases alike; a class per database runs it. */
abstract class GenerationContract {
    private static final byte[] SHARED = "a: 1".getBytes(StandardCharsets.UTF_8);
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
    void contentShouldComeBackExactlyWhateverItsKindAndSize() {
        byte[] large = new byte[2 * RawTable.CHUNK + 7];
        large[large.length - 1] = -1;
        TreeMap<String, byte[]> files = files("config/x.yaml", SHARED, "config/responses/attachments/p.pdf", large);
        files.put("config/empty.yaml", new byte[0]);

        store(files, "abc");

        SortedMap<String, byte[]> kept = store.read(tx -> tx.generations().contents("abc"));
        assertThat(kept.keySet()).isEqualTo(files.keySet());
        assertThat(kept).allSatisfy((path, bytes) -> assertThat(bytes).isEqualTo(files.get(path)));
    }

    @Test
    void aLifeShouldEndWhenTheNextBegins() {
        Instant begin = now();
        live("one", begin);
        live("two", begin.plusSeconds(2));

        List<GenerationLife> lives = store.read(tx -> tx.generations().lives(10));
        assertThat(lives).extracting(GenerationLife::generation).containsExactly("two", "one");
        assertThat(lives.get(0).replacedAt()).isNull();
        assertThat(lives.get(1).replacedAt()).isEqualTo(begin.plusSeconds(2));
        assertThat(lives.get(0).changes().changed()).containsExactly("config/x.yaml");
    }

    @Test
    void oldSetsShouldBeForgottenWithWhatOnlyTheyHeld() {
        store(files("config/x.yaml", SHARED, "config/old.yaml", new byte[] {7}), "old");
        store(files("config/x.yaml", SHARED), "new");
        live("old", now());
        live("new", now().plusSeconds(1));

        store.writeNow(tx -> {
            tx.generations().forget(1, now().minus(Duration.ofHours(1)));
            return 0;
        });

        SortedMap<String, String> old = store.read(tx -> tx.generations().files("old"));
        SortedMap<String, byte[]> kept = store.read(tx -> tx.generations().contents("new"));
        assertThat(old).isEmpty();
        assertThat(kept).containsOnlyKeys("config/x.yaml");
        List<GenerationLife> lives = store.read(tx -> tx.generations().lives(10));
        assertThat(lives).extracting(GenerationLife::generation).containsExactly("new", "old");
    }

    private void store(TreeMap<String, byte[]> files, String id) {
        store.writeNow(tx -> {
            tx.generations().store(id, files, tx.now());
            return 0;
        });
    }

    private void live(String generation, Instant at) {
        store.writeNow(tx -> {
            tx.generations()
                    .begin(new GenerationLife(
                            UUID.randomUUID().toString(),
                            generation,
                            "node",
                            at,
                            null,
                            new Begin("edit", "files"),
                            null,
                            new Changes(List.of(), List.of("config/x.yaml"), List.of())));
            return 0;
        });
    }

    private Instant now() {
        return store.read(Tx::now);
    }

    private static TreeMap<String, byte[]> files(Object... pairs) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            files.put((String) pairs[i], (byte[]) pairs[i + 1]);
        }
        return files;
    }
}
