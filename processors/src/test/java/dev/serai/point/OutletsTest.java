package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.PointName;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.OutgoingRow;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending what waits: in order, nothing lost, by one node at a time. */
class OutletsTest {
    private static final PointName CRM = PointName.of("crm");

    @TempDir
    private Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private Store store;
    private Outlets outlets;

    @BeforeEach
    void open() {
        store = Store.on(
                Database.open(DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"))));
        outlets = new Outlets(store, new Roles(store, "one"));
    }

    @AfterEach
    void close() {
        outlets.close();
        store.close();
    }

    @Test
    void rowsShouldBeSentInOrderAndForgotten() {
        write(1, 250);
        outlets.open(CRM, this::receive);

        await().untilAsserted(() -> assertThat(count()).isZero());
        assertThat(received).containsExactlyElementsOf(names(1, 250));
    }

    @Test
    void rowsThatAreWrittenLaterShouldBeSentSoonAfterTheirCommit() {
        outlets.open(CRM, this::receive);
        await().until(() -> count() == 0);
        write(1, 1);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(received).containsExactly("d1"));
    }

    @Test
    void rowsShouldComeAgainInOrderWhenTheOtherSideWasAway() {
        AtomicInteger tries = new AtomicInteger();
        write(1, 3);
        outlets.open(CRM, rows -> {
            if (tries.incrementAndGet() == 1) {
                received.add(rows.get(0).deliveryId());
                throw new IOException("gone in the middle");
            }
            return receive(rows);
        });

        await().untilAsserted(() -> assertThat(count()).isZero());
        assertThat(received).containsExactly("d1", "d1", "d2", "d3");
    }

    @Test
    void rowThatIsNotTakenShouldWaitWhileOthersGoOnAndAreNotSentAgain() {
        write(1, 3);
        outlets.open(CRM, rows -> {
            OutgoingRow first = rows.get(0);
            boolean taken = !first.deliveryId().equals("d1") || received.contains("d3");
            receive(taken ? rows : rows.subList(1, rows.size()));
            return taken ? List.of() : List.of(new Outlet.Late(first, Duration.ofMillis(200)));
        });

        await().untilAsserted(() -> assertThat(count()).isZero());
        assertThat(received).containsExactly("d2", "d3", "d1");
    }

    @Test
    void onlyTheNodeWithTheRoleShouldSend() {
        Roles other = new Roles(store, "two");
        assertThat(other.hold("outlet:crm", Duration.ofMinutes(5))).isTrue();
        write(1, 2);
        outlets.open(CRM, this::receive);
        await().during(Duration.ofMillis(300)).until(received::isEmpty);
        other.release("outlet:crm");
        outlets.wake(CRM);

        await().untilAsserted(() -> assertThat(received).containsExactly("d1", "d2"));
    }

    @Test
    void nobodyElseShouldSendWhileASendTakesLongerThanTheRole() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        write(1, 1);
        try (Outlets brief = new Outlets(store, new Roles(store, "one"), Duration.ofMillis(600))) {
            brief.open(CRM, rows -> {
                sending.countDown();
                slow.await();
                return receive(rows);
            });
            sending.await();
            Roles other = new Roles(store, "two");
            await().during(Duration.ofMillis(1500)).until(() -> !other.hold("outlet:crm", Duration.ofMillis(1)));
            slow.countDown();
            await().untilAsserted(() -> assertThat(received).containsExactly("d1"));
        }
    }

    @Test
    void aSendThatHangsShouldBeInterruptedAndLoseTheRole() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Roles other = new Roles(store, "two");
        write(1, 1);
        try (Outlets brief = new Outlets(store, new Roles(store, "one"), Duration.ofMillis(300))) {
            brief.open(CRM, new Outlet() {
                @Override
                public List<Late> send(List<OutgoingRow> rows) throws Exception {
                    if (tries.incrementAndGet() == 1) {
                        new CountDownLatch(1).await();
                    }
                    return receive(rows);
                }

                @Override
                public Duration patience() {
                    return Duration.ofMillis(500);
                }
            });

            await().until(() -> tries.get() > 0 && other.hold("outlet:crm", Duration.ofMillis(10)));
            await().untilAsserted(() -> assertThat(received).containsExactly("d1"));
        }
    }

    @Test
    void aSenderThatIsReplacedShouldEndBeforeTheNextBegins() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        write(1, 3);
        try (Outlets brief = new Outlets(store, new Roles(store, "one"), Duration.ofMillis(300))) {
            brief.open(CRM, rows -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                sending.countDown();
                Uninterruptibly.await(slow);
                atOnce.decrementAndGet();
                return List.of();
            });
            sending.await();
            brief.close(CRM);
            brief.open(CRM, rows -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                receive(rows);
                atOnce.decrementAndGet();
                return List.of();
            });
            await().during(Duration.ofMillis(300)).until(received::isEmpty);
            slow.countDown();
            write(4, 4);
            await().untilAsserted(() -> assertThat(received).contains("d4"));
        }
        assertThat(most).hasValue(1);
    }

    /** Waits as code does that ignores its interrupt. */
    private interface Uninterruptibly {
        static void await(CountDownLatch latch) {
            boolean interrupted = false;
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException ignored) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Outlet.Late> receive(List<OutgoingRow> rows) {
        rows.forEach(row -> received.add(row.deliveryId()));
        return List.of();
    }

    private long count() {
        return store.read(tx -> tx.outgoing().count(CRM));
    }

    private void write(int from, int to) {
        store.writeNow(tx -> {
            names(from, to)
                    .forEach(name -> tx.outgoing()
                            .add(new OutgoingRow(
                                    "default",
                                    CRM,
                                    OutgoingRow.Kind.NOTIFICATION,
                                    "json",
                                    null,
                                    null,
                                    "{}",
                                    name,
                                    null)));
            return true;
        });
    }

    private static List<String> names(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> "d" + n).toList();
    }
}
