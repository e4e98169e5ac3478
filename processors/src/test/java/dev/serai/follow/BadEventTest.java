package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that a sink in the database can never write. */
class BadEventTest {
    @TempDir
    private Path folder;

    @Test
    void itShouldBePutAsideAndTheOthersWritten() throws Exception {
        try (Store store = TestStore.H2.open(folder)) {
            store.writeNow(tx -> {
                for (String name : new String[] {"a", "bad", "c"}) {
                    tx.events().append("default", "queue:" + name, NewEvent.of("serai.alert.raised", "test"));
                }
                return 0;
            });
            new Sequencer(store, new Roles(store, "n1")).pass();
            new Step(store, new Choosy(), Beginning.BEGINNING).take();

            long place =
                    store.read(tx -> tx.followers().find("choosy").orElseThrow().position());
            List<Event> told = store.read(tx -> tx.events().timeline("*", "follower:choosy"));
            assertThat(place).isEqualTo(3);
            assertThat(written(store)).containsExactly("queue:a/1", "queue:c/1");
            assertThat(told).singleElement().satisfies(skipped -> {
                assertThat(skipped.type()).isEqualTo("serai.follower.skipped");
                assertThat(skipped.reason()).isEqualTo("no such thing");
                assertThat(skipped.data()).containsEntry("event", "queue:bad/1");
            });
        }
    }

    private static List<String> written(Store store) {
        return store.read(tx -> tx.events().timeline("default", "test:written")).stream()
                .map(Event::actor)
                .toList();
    }

    /** Writes what it sees. */
    private static final class Choosy implements Sink {
        @Override
        public String name() {
            return "choosy";
        }

        @Override
        public void write(Tx tx, List<Event> events) {
            for (Event event : events) {
                if (event.subject().equals("queue:bad")) {
                    throw new IllegalStateException("no such thing");
                }
                tx.events().append("default", "test:written", NewEvent.of("serai.test.written", CloudEvent.id(event)));
            }
        }

        @Override
        public String advice() {
            return "None";
        }
    }
}
