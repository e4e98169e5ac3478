package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.operation.Hold;
import dev.serai.operation.Stop;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.EventStream.Extent;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is deleted by age, and what is not. */
class RetentionTest {
    private static final By OPERATOR = By.of("operator");
    private static final String SUBMIT = "{\"operation\":\"submit\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eventsOfStoppedInteractionsShouldGoAndLiveTimelinesStayWhole(TestStore database) {
        Store store = database.open(folder);
        try (Desk desk = new Desk(store, Map.of("crm", "notify: none"))) {
            InteractionId live = desk.submit("crm", SUBMIT);
            InteractionId stopped = desk.submit("crm", SUBMIT);
            desk.done(new Hold(Desk.target(live), null, OPERATOR));
            desk.done(new Stop(Desk.target(stopped), "spam", OPERATOR));
            number(store);

            assertThat(retention(store, Duration.ofDays(1)).pass()).isZero();
            assertThat(retention(store, Duration.ZERO).pass()).isEqualTo(2);

            assertThat(timeline(store, stopped.value())).isZero();
            assertThat(timeline(store, live.value())).isEqualTo(2);
            Extent extent = store.read(tx -> tx.stream().extent());
            assertThat(extent.forgotten()).isEqualTo(4);
            assertThat(extent.head()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingShouldGoThatAFollowerHasYetToTake(TestStore database) {
        try (Store store = database.open(folder)) {
            happen(store, 10);
            store.transact(tx -> {
                tx.followers().begin("slow", 4);
                return true;
            });

            assertThat(retention(store, Duration.ZERO).pass()).isEqualTo(4);
            assertThat(store.read(tx -> tx.stream().extent()).forgotten()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastFactOfAPointShouldStay(TestStore database) {
        try (Store store = database.open(folder)) {
            happen(store, 3);

            assertThat(retention(store, Duration.ZERO).pass()).isEqualTo(2);
            assertThat(timeline(store, "point:crm")).isEqualTo(1);
            assertThat(retention(store, Duration.ZERO).pass()).isZero();
        }
    }

    private static void happen(Store store, int times) {
        store.writeNow(tx -> {
            for (int i = 0; i < times; i++) {
                tx.events().append("default", "point:crm", NewEvent.of("serai.capture.paused", "operator"));
            }
            return 0;
        });
        number(store);
    }

    private static void number(Store store) {
        new Sequencer(store, new Roles(store, "n1")).pass();
    }

    private static Retention retention(Store store, Duration keep) {
        return new Retention(store, new Roles(store, "n1"), keep);
    }

    private static int timeline(Store store, String subject) {
        return store.read(tx -> tx.events().timeline("default", subject)).size();
    }
}
