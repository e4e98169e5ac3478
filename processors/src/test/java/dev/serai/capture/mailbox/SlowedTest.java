package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.CaptureLimits;
import dev.serai.capture.PointState;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.WorkChange;
import dev.serai.testing.Dovecot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Capture slows down when the hub has enough, says so, and goes on. */
class SlowedTest {
    @TempDir
    private Path folder;

    @Test
    void mailboxShouldTakeNoMoreWhileTooMuchWaitsForIntakeAndSaySo() {
        try (Dovecot dovecot = Dovecot.start()) {
            TestMailbox mailbox = TestMailbox.imap(dovecot, folder);
            for (int i = 0; i < 10; i++) {
                mailbox.receives("mail " + i);
            }
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().until(() -> hub.ledger("support", Result.TAKEN) == 10);
            }
            mailbox.receives("eleven").receives("twelve");
            CaptureHub hub = CaptureHub.in(folder, new CaptureLimits(2, 8, 3)).file(mailbox.path(), mailbox.route());
            try (CaptureHub full = CaptureHubs.started(hub)) {
                await().until(() -> full.status("support").state() == PointState.SLOWED);
                assertThat(full.status("support").slowedBy()).contains("more than 8 interactions wait");
                assertThat(full.status("support").backlog()).isEqualTo(2);
                assertThat(full.status("support").lastSuccess()).isNotNull();
                assertThat(full.ledger("support", Result.TAKEN)).isEqualTo(10);

                drain(full);

                await().until(() -> full.ledger("support", Result.TAKEN) == 12);
                await().until(() -> full.status("support").state() == PointState.RUNNING);
                assertThat(full.ledger("support", Result.FAILING)).isZero();
            }
        }
    }

    @Test
    void pressureShouldLastUntilFourFifthsOfTheBound() {
        AtomicInteger waiting = new AtomicInteger();
        List<Integer> asked = new ArrayList<>();
        IntakePressure pressure = new IntakePressure(10, most -> {
            asked.add(most);
            return Math.min(most, waiting.get());
        });
        assertThat(pressure.sentence()).isEmpty();

        waiting.set(100);
        await().until(() -> pressure.sentence().isPresent());
        waiting.set(9);
        await().pollDelay(Duration.ofMillis(1500))
                .until(() -> pressure.sentence().isPresent());
        waiting.set(8);
        await().until(() -> pressure.sentence().isEmpty());
        assertThat(asked).containsOnly(11).hasSizeLessThan(10);
    }

    @Test
    void fullBudgetShouldGiveTheTurnAway() throws Exception {
        ByteBudget budget = new ByteBudget(0);
        List<ByteBudget.Share> all = budget.take(List.of(ByteBudget.SPOOLED));

        assertThatExceptionOfType(Slowed.class)
                .isThrownBy(() -> budget.take(List.of(ByteBudget.SPOOLED)))
                .withMessageContaining("4 MiB");

        all.forEach(ByteBudget.Share::giveBack);
        assertThat(budget.take(List.of(ByteBudget.SPOOLED))).hasSize(1);
    }

    /** As intake would. */
    private static void drain(CaptureHub hub) {
        hub.store().writeNow(tx -> {
            tx.work()
                    .claimable(QueueDefinition.INTAKE, null, 100)
                    .forEach(row ->
                            new WorkChange(tx, row, WorkChange.By.of("test")).move(QueueName.of("unrouted"), tx.now()));
            return true;
        });
    }
}
