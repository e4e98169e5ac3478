package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose turn it is, by a clock of the test's own. */
class LanesTest {
    private static final Runnable NOTHING = () -> {};
    private final AtomicLong now = new AtomicLong();
    private final Lanes lanes = new Lanes(LaneLimits.of(8), now::get);

    @Test
    void mailboxesOfAHostShouldComeInTheOrderInWhichTheyStoodInLine() {
        List<Turn> offered = offer("a", 3);

        assertThat(begun()).isEqualTo(offered);
    }

    @Test
    void hostsShouldBeServedInTurn() {
        offer("a", 4);
        offer("b", 2);

        assertThat(begun()).extracting(Turn::host).containsExactly("a", "b", "a", "b", "a", "a");
    }

    @Test
    void mailboxThatHasMoreShouldComeAgainBehindItsNeighbours() {
        Turn big = offer("a", 1).get(0);
        begun();
        List<Turn> neighbours = offer("a", 2);
        Turn more = new Turn("a", false, NOTHING);
        lanes.offer(more);
        lanes.ended(big);

        assertThat(begun()).containsExactly(neighbours.get(0), neighbours.get(1), more);
    }

    @Test
    void oneHostShouldGetHalfOfTheWorkers() {
        offer("a", 20);
        assertThat(begun()).hasSize(4);

        offer("b", 20);
        assertThat(begun()).hasSize(4).allMatch(turn -> turn.host().equals("b"));

        offer("c", 20);
        assertThat(begun()).isEmpty();
    }

    @Test
    void hostShouldGetTwoWhenThereIsHardlyAWorker() {
        Lanes few = new Lanes(LaneLimits.of(2), now::get);
        for (Turn turn : turns("a", 5, false)) {
            few.offer(turn);
        }

        assertThat(begun(few)).hasSize(2);
    }

    @Test
    void looksThatMayHangShouldMakeRoomForOthers() {
        offer("a", 8);
        assertThat(begun()).hasSize(4);

        pass(Duration.ofSeconds(4));
        assertThat(begun()).hasSize(4);

        Turn healthy = offer("a", 1).get(0);
        assertThat(begun()).isEmpty();
        pass(Duration.ofSeconds(4));
        assertThat(begun()).containsExactly(healthy);
    }

    @Test
    void hangingHostsShouldNeverTakeTheLastThreads() {
        for (int host = 0; host < 4; host++) {
            offer("hangs-" + host, 50);
        }
        int threads = 0;
        for (int i = 0; i < 20; i++) {
            threads += begun().size();
            pass(Duration.ofSeconds(4));
        }
        assertThat(threads).isEqualTo(24);

        List<Turn> healthy = offer("healthy", 2);
        assertThat(begun()).isEqualTo(healthy);
    }

    @Test
    void mailboxesThatFailedShouldComeWhenNobodyElseWantsTo() {
        lanes.offer(new Turn("b", true, NOTHING));
        List<Turn> trusted = offer("a", 4);

        assertThat(begun()).startsWith(trusted.toArray(Turn[]::new)).hasSize(5);
    }

    @Test
    void mailboxesThatFailedShouldTakeHalfOfTheThreadsAtMost() {
        for (int host = 0; host < 10; host++) {
            turns("hangs-" + host, 5, true).forEach(lanes::offer);
        }
        int threads = 0;
        for (int i = 0; i < 20; i++) {
            threads += begun().size();
            pass(Duration.ofSeconds(4));
        }

        assertThat(threads).isEqualTo(16);
    }

    private List<Turn> offer(String host, int count) {
        List<Turn> turns = turns(host, count, false);
        turns.forEach(lanes::offer);
        return turns;
    }

    private static List<Turn> turns(String host, int count, boolean doubtful) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Turn(host, doubtful, NOTHING))
                .toList();
    }

    private List<Turn> begun() {
        return begun(lanes);
    }

    private static List<Turn> begun(Lanes lanes) {
        List<Turn> all = new ArrayList<>();
        for (Turn turn = lanes.next(); turn != null; turn = lanes.next()) {
            all.add(turn);
        }
        return all;
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
