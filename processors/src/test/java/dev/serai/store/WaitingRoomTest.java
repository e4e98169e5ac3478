package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.store.WaitingRoom.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever waits is told that nothing was done, or its unit is committed; never both. */
class WaitingRoomTest {
    private static final int UNITS = 20_000;
    private static final Patience NONE =
            new Patience(UNITS, Duration.ofSeconds(10), Duration.ZERO, Duration.ofHours(1));

    private final WaitingRoom room = new WaitingRoom(NONE);

    @Test
    void aUnitThatAGroupTookShouldNotBeToldThatNothingWasDone() throws Exception {
        List<Waiting<?>> all = IntStream.range(0, UNITS)
                .<Waiting<?>>mapToObj(number -> new Waiting<>(tx -> number))
                .toList();
        all.forEach(room::enter);
        CompletableFuture<Void> telling = CompletableFuture.runAsync(() -> {
            while (!room.isEmpty()) {
                room.tellLate();
            }
        });

        List<Waiting<?>> taken = taken();
        telling.get(30, TimeUnit.SECONDS);

        assertThat(taken).noneMatch(one -> one.future().isDone());
        assertThat(all).filteredOn(one -> one.future().isDone()).hasSize(UNITS - taken.size());
    }

    private List<Waiting<?>> taken() throws InterruptedException {
        List<Waiting<?>> taken = new ArrayList<>();
        while (!room.isEmpty()) {
            List<Waiting<?>> group = new ArrayList<>();
            room.gather(group, new GroupCommit.Bounds(3, Long.MAX_VALUE));
            taken.addAll(group);
        }
        return taken;
    }
}
