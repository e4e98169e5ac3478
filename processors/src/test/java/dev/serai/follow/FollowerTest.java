package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower's place moves with what its sink took, and with nothing else. */
class FollowerTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit opens it
    private Store store;

    @BeforeEach
    void open() {
        store = TestStore.H2.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eventsShouldWaitForASinkThatRefusesAndComeInOrderWhenItTakesAgain() {
        Fickle sink = new Fickle();
        try (Followers followers = new Followers(store, new Roles(store, "n1")).add(sink, Beginning.BEGINNING)) {
            sink.refuses = true;
            happen(250);
            followers.start();
            await().untilAsserted(() -> assertThat(followers.standings())
                    .singleElement()
                    .satisfies(standing -> {
                        assertThat(standing.isFailing()).isTrue();
                        assertThat(standing.behind()).isEqualTo(250);
                        assertThat(standing.reason()).isEqualTo("the other side is closed");
                        assertThat(standing.advice()).isEqualTo("Open it");
                    }));

            sink.refuses = false;
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(sink.taken).hasSize(250));
            happen(3);
            await().untilAsserted(() -> assertThat(sink.taken)
                    .extracting(Event::position)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 253)
                            .mapToObj(Long::valueOf)
                            .toList()));
            await().untilAsserted(() ->
                    assertThat(followers.standings().get(0).isFailing()).isFalse());
            assertThat(sink.largest).isLessThanOrEqualTo(Step.BATCH);
        }
    }

    @Test
    void anErrorOfASinkShouldNotEndItsFollower() {
        Fickle sink = new Fickle();
        try (Followers followers = new Followers(store, new Roles(store, "n1")).add(sink, Beginning.BEGINNING)) {
            sink.errs = true;
            happen(1);
            followers.start();
            await().untilAsserted(() ->
                    assertThat(followers.standings().get(0).reason()).isEqualTo("made up"));
            sink.errs = false;

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(sink.taken).hasSize(1));
        }
    }

    @Test
    @SuppressWarnings("try") // the first is closed before the other
    void anotherNodeShouldGoOnWhereTheFirstEnded() {
        Fickle first = new Fickle();
        Fickle second = new Fickle();
        try (Followers one = new Followers(store, new Roles(store, "n1")).add(first, Beginning.BEGINNING);
                Followers other = new Followers(store, new Roles(store, "n2")).add(second, Beginning.BEGINNING)) {
            one.start();
            happen(5);
            await().untilAsserted(() -> assertThat(first.taken).hasSize(5));
            other.start();
            happen(1);
            await().untilAsserted(() -> assertThat(first.taken).hasSize(6));
            one.close();
            happen(4);

            await().untilAsserted(() ->
                    assertThat(second.taken).extracting(Event::position).containsExactly(7L, 8L, 9L, 10L));
        }
    }

    @Test
    void aFollowerThatBeginsAtTheHeadShouldNotSeeWhatWasBefore() throws Exception {
        Fickle sink = new Fickle();
        Step step = new Step(store, sink, Beginning.HEAD);
        happen(3);
        step.take();
        happen(2);
        step.take();

        assertThat(sink.taken).extracting(Event::position).containsExactly(4L, 5L);
    }

    @Test
    void aFollowerThatNobodyWantsShouldGoAlongWithTheHead() throws Exception {
        Fickle sink = new Fickle();
        sink.wanted = false;
        Step step = new Step(store, sink, Beginning.BEGINNING);
        happen(3);
        step.take();
        sink.wanted = true;
        happen(1);
        step.take();

        assertThat(sink.taken).extracting(Event::position).containsExactly(4L);
    }

    @Test
    void aPlaceThatNobodyFollowsFromShouldBeForgotten() throws Exception {
        new Step(store, new Fickle(), Beginning.HEAD).take();
        Roles other = new Roles(store, "n2");
        other.hold(Follower.role("fickle"), Duration.ofMinutes(1));
        Followers here = new Followers(store, new Roles(store, "n1"));

        assertThat(here.without("fickle").standings()).hasSize(1);
        other.release(Follower.role("fickle"));
        assertThat(here.without("fickle").standings()).isEmpty();
    }

    private void happen(int times) {
        store.writeNow(tx -> {
            for (int i = 0; i < times; i++) {
                tx.events().append("default", "queue:billing", NewEvent.of("serai.alert.raised", "test"));
            }
            return 0;
        });
        new Sequencer(store, new Roles(store, "n1")).pass();
    }

    private static final class Fickle implements Sink {
        private final List<Event> taken = new CopyOnWriteArrayList<>();
        private volatile boolean refuses;
        private volatile boolean errs;
        private volatile boolean wanted = true;
        private volatile int largest;

        @Override
        public String name() {
            return "fickle";
        }

        @Override
        public boolean isWanted() {
            return wanted;
        }

        @Override
        public void send(List<Event> events) {
            largest = Math.max(largest, events.size());
            if (errs) {
                throw new AssertionError("made up");
            }
            if (refuses) {
                throw new IllegalStateException("the other side\nis closed");
            }
            taken.addAll(events);
        }

        @Override
        public String advice() {
            return "Open it";
        }
    }
}
