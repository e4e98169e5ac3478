package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.WorkChange.By;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits to leave is claimed account by account. */
abstract class AccountWorkContract {
    private static final QueueName DISPATCH = QueueDefinition.DISPATCH;
    private static final AccountName SALES = AccountName.of("sales");
    private static final AccountName SUPPORT = AccountName.of("support");
    private static final AccountName IDLE = AccountName.of("idle");

    private static final Instant AGO = Instant.now().minusSeconds(60);

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
    void workOfAnAccountShouldComeByPriorityThenByAgeWhateverOthersHaveInFront() {
        waiting("old-of-others", SUPPORT, 100, Duration.ofHours(-9));
        waiting("third", SALES, 50, Duration.ofHours(-1));
        waiting("second", SALES, 50, Duration.ofHours(-2));
        waiting("first", SALES, 60, Duration.ofMinutes(-1));

        assertThat(claimable(SALES, 10)).containsExactly(idOf("first"), idOf("second"), idOf("third"));
        assertThat(claimable(SALES, 2)).containsExactly(idOf("first"), idOf("second"));
    }

    @Test
    void workThatIsNotDueOrNotQueuedShouldNotBeClaimed() {
        waiting("later", SALES, 50, Duration.ofHours(1));
        waiting("held", SALES, 50, Duration.ofHours(-1));
        waiting("due", SALES, 50, Duration.ofHours(-1));
        change("held", change -> change.hold(null));

        assertThat(claimable(SALES, 10)).containsExactly(idOf("due"));
    }

    @Test
    void workShouldBeOfTheAccountThatItWasLastHandedOverTo() {
        waiting("mail", SALES, 50, Duration.ofHours(-1));

        change("mail", change -> change.move(QueueName.of("outbound"), AGO));
        assertThat(claimable(SALES, 10)).isEmpty();

        change("mail", change -> change.leavesBy(SUPPORT).place(DISPATCH, AGO));
        assertThat(claimable(SALES, 10)).isEmpty();
        assertThat(claimable(SUPPORT, 10)).containsExactly(idOf("mail"));
    }

    @Test
    void workShouldKeepItsAccountThroughAClaimAndARelease() {
        waiting("mail", SALES, 50, Duration.ofHours(-1));

        store.transact(tx -> {
            WorkRow row = tx.leavingWork().claimableOf(DISPATCH, SALES, 1).get(0);
            WorkRow claimed = row.claimed(State.ROUTING, "node", tx.now().plusSeconds(60), tx.now());
            tx.work().update(claimed);
            return claimed;
        });
        assertThat(claimable(SALES, 10)).isEmpty();
        change("mail", change -> change.release(AGO, true, "serai.interaction.returned"));

        assertThat(claimable(SALES, 10)).containsExactly(idOf("mail"));
    }

    @Test
    void accountsWithSomethingDueShouldBeFoundAmongThoseThatAreAskedFor() {
        waiting("due", SALES, 50, Duration.ofHours(-1));
        waiting("another", SALES, 50, Duration.ofHours(-1));
        waiting("not-asked-for", SUPPORT, 50, Duration.ofHours(-1));
        waiting("later", IDLE, 50, Duration.ofHours(1));

        assertThat(due(DISPATCH, SALES, IDLE)).containsExactly(SALES);
        assertThat(due(QueueName.of("outbound"), SALES)).isEmpty();
    }

    private List<AccountName> due(QueueName queue, AccountName... accounts) {
        return store.read(tx -> tx.leavingWork().due(queue, List.of(accounts)));
    }

    /** @param due from now; that is also when it came */
    private void waiting(String id, AccountName account, int priority, Duration due) {
        store.writeNow(tx -> {
            Instant at = tx.now().plus(due);
            tx.work()
                    .insert(WorkRow.born("default", idOf(id), DISPATCH, priority, at, at)
                            .leavingBy(account));
            return id;
        });
    }

    private void change(String id, Consumer<WorkChange> how) {
        store.writeNow(tx -> {
            WorkRow row = tx.work().lock("default", idOf(id)).orElseThrow();
            how.accept(new WorkChange(tx, row, By.of("test")));
            return id;
        });
    }

    private static InteractionId idOf(String name) {
        return InteractionId.of(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private List<InteractionId> claimable(AccountName account, int limit) {
        return store.transact(tx -> tx.leavingWork().claimableOf(DISPATCH, account, limit)).stream()
                .map(WorkRow::id)
                .toList();
    }
}
