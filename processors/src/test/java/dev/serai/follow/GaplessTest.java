package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight writers that hesitate before their commits, two nodes that number in turn, readers that go on meanwhile. */
class GaplessTest {
    private static final int WRITERS = 8;
    private static final int EACH = 60;
    private static final int ALL = WRITERS * EACH;
    private static final long SEED = Long.getLong("serai.test.seed", 20261121L);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readersShouldSeeEachEventOnceAndInOrderWhateverWritersAndSequencersDo(TestStore database) throws Exception {
        try (Store store = database.open(folder)) {
            CompletableFuture<List<Event>> one = CompletableFuture.supplyAsync(() -> read(store, 7));
            CompletableFuture<List<Event>> other = CompletableFuture.supplyAsync(() -> read(store, 50));
            CompletableFuture<Void> numbered = CompletableFuture.runAsync(() -> numberInTurn(store));
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(store, new Random(SEED + writer))))
                    .toList();
            writers.forEach(CompletableFuture::join);
            numbered.join();

            isWhole(one.join());
            isWhole(other.join());
        }
    }

    /** Some facts share a subject, and so wait for each other; the rest overtake each other. */
    private static void write(Store store, Random random) {
        for (int i = 0; i < EACH; i++) {
            String subject = "queue:q" + random.nextInt(5);
            store.transact(tx -> {
                tx.now();
                pause(random);
                tx.events().append("default", subject, NewEvent.of("serai.alert.raised", "test"));
                pause(random);
                return true;
            });
        }
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(random.nextInt(4_000_000));
    }

    /** A node numbers for a while, then gives the role up; the other goes on where it was. */
    private static void numberInTurn(Store store) {
        int numbered = 0;
        for (int turn = 0; numbered < ALL; turn++) {
            Roles node = new Roles(store, "n" + turn % 2);
            Sequencer sequencer = new Sequencer(store, node);
            for (int pass = 0; pass < 10; pass++) {
                numbered += sequencer.pass();
                LockSupport.parkNanos(1_000_000);
            }
            if (turn % 3 != 0) {
                node.release("event-sequencer");
            } else {
                // it believes that it still numbers, as a node that hung for long
                store.transact(tx -> {
                    tx.operate().releaseRole("event-sequencer", node.node(), tx.now());
                    return true;
                });
                numbered += new Sequencer(store, new Roles(store, "other")).pass();
                numbered += sequencer.pass();
                new Roles(store, "other").release("event-sequencer");
            }
        }
    }

    private static List<Event> read(Store store, int limit) {
        List<Event> seen = new ArrayList<>();
        long after = 0;
        while (seen.size() < ALL) {
            long from = after;
            List<Event> page = store.read(tx -> tx.stream().after(from, limit));
            seen.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).position();
        }
        return seen;
    }

    private static void isWhole(List<Event> events) {
        assertThat(events)
                .extracting(Event::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ALL).boxed().toList());
        assertThat(new HashSet<>(events.stream().map(CloudEvent::id).toList())).hasSize(ALL);
        Map<String, Integer> last = new HashMap<>();
        for (Event event : events) {
            int before = last.getOrDefault(event.subject(), 0);
            assertThat(event.seq()).as(event.subject()).isEqualTo(before + 1);
            last.put(event.subject(), event.seq());
        }
    }
}
