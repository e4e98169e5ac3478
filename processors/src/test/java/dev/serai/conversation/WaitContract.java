package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import dev.serai.interaction.Wait.Until;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.Event;
import dev.serai.store.QueueDepth;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interactions that wait for a reply, on both databases alike. */
abstract class WaitContract {
    private static final QueueName INBOUND = QueueName.of("inbound");
    private static final String JO = "jo@customer.example";

    @TempDir
    Path folder;

    MailHouse house;
    InteractionId parent;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        parent = house.take(mail("<parent@x>"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aReplyShouldEndTheWaitInItsOwnTransaction() {
        letWait(claimed(), Until.REPLY);

        InteractionId child = house.take(mail("<child@x>").answering("<parent@x>"));

        assertThat(isDue()).isTrue();
        assertThat(waiting().reason()).isEqualTo("reply");
        assertThat(waiting().woken()).isEqualTo(new Wait.Woken(Wait.How.REPLY, child));
        assertThat(house.load(child).userData()).containsEntry(Awakening.WOKE, parent.value());
        List<Event> timeline = house.store.read(tx -> tx.events().timeline(MailHouse.TENANT, parent));
        assertThat(timeline).anySatisfy(event -> assertThat(event.data()).containsEntry("wokenBy", child.value()));
    }

    @Test
    void aReplyThatJoinedWhileTheStrategyWasDecidingShouldLeaveNothingWaiting() {
        Interaction seen = claimed();
        InteractionId child = house.take(mail("<child@x>").answering("<parent@x>"));

        letWait(seen, Until.REPLY);

        assertThat(isDue()).isTrue();
        assertThat(waiting().woken()).isEqualTo(new Wait.Woken(Wait.How.REPLY, child));
        assertThat(house.load(child).userData()).doesNotContainKey(Awakening.WOKE);
    }

    @Test
    void aReplyFromBeforeTheRunShouldEndNoWait() {
        house.take(mail("<child@x>").answering("<parent@x>"));

        letWait(claimed(), Until.REPLY);

        assertThat(isDue()).isFalse();
    }

    @Test
    void theSecondWaitShouldNotBeEndedByTheReplyOfTheFirst() {
        letWait(claimed(), Until.REPLY);
        house.take(mail("<child@x>").answering("<parent@x>"));

        letWait(claimed(), Until.REPLY);

        assertThat(isDue()).isFalse();
        assertThat(waiting().times()).isEqualTo(2);
        assertThat(waiting().woken()).isNull();
    }

    @Test
    void aWaitForATimeShouldNotCareForReplies() {
        letWait(claimed(), Until.TIME);

        house.take(mail("<child@x>").answering("<parent@x>"));

        assertThat(isDue()).isFalse();
        assertThat(waiting().reason()).isEqualTo("time");
    }

    @Test
    void p59_anOutOfOfficeShouldEndNoWait() {
        letWait(claimed(), Until.REPLY);

        house.take(mail("<child@x>").answering("<parent@x>").with("Auto-Submitted", "auto-replied"));

        assertThat(isDue()).isFalse();
    }

    @Test
    void p62_ourOwnMailShouldEndNoWait() {
        letWait(claimed(), Until.REPLY);

        house.take(Mail.from("support@example.com")
                .to(JO)
                .id("<copy@x>")
                .about("Question")
                .answering("<parent@x>"));

        assertThat(isDue()).isFalse();
    }

    @Test
    void aHeldOneShouldBeDueWhenItIsResumed() {
        letWait(claimed(), Until.REPLY);
        change(row -> row.hold(null));

        house.take(mail("<child@x>").answering("<parent@x>"));
        change(WorkChange::resume);

        assertThat(isDue()).isTrue();
        assertThat(waiting().reason()).isEqualTo("reply");
    }

    @Test
    void aChildThatJoinsLateShouldEndTheWait() {
        InteractionId child = house.take(mail("<child@x>").answering("<late@x>"));
        InteractionId late = house.take(mail("<other@x>"));
        parent = late;
        letWait(claimed(), Until.REPLY);

        house.store.writeNow(tx -> {
            tx.threads().alias(MailHouse.TENANT, "<late@x>", late, tx.now());
            return true;
        });
        house.sweeper.pass();

        assertThat(house.thread(child)).isEqualTo(late);
        assertThat(isDue()).isTrue();
    }

    @Test
    void waitingOnesShouldBeCountedApartAndBeNoOlderThanTheirTime() {
        letWait(claimed(), Until.REPLY);
        QueueDepth waits = depth();
        house.take(mail("<child@x>").answering("<parent@x>"));
        QueueDepth due = depth();

        assertThat(waits.waiting()).isEqualTo(1);
        assertThat(waits.oldestDue()).isNull();
        assertThat(due.waiting()).isZero();
        assertThat(due.oldestDue())
                .isAfterOrEqualTo(house.load(parent).standing().placedInQueueAt());
    }

    @Test
    void theHundredthPlacementShouldBeALoop() {
        for (int i = house.load(parent).standing().placement(); i < WorkChange.MAX_PLACEMENTS; i++) {
            letWait(claimed(), Until.TIME);
        }

        letWait(claimed(), Until.TIME);

        assertThat(house.load(parent).standing().state()).isEqualTo(State.QUARANTINED);
    }

    /** The moment that matters: the mail joins on one node while the other writes that it waits. */
    void race(Store other) {
        for (int i = 0; i < 20; i++) {
            InteractionId asked = house.take(mail("<race-" + i + "@x>"));
            parent = asked;
            Interaction seen = claimed();
            InteractionId child = house.capture(
                    MailHouse.SUPPORT,
                    mail("<c-" + i + "@x>").answering("<race-" + i + "@x>").bytes());
            Unit<Boolean> joins = house.reading(child);
            CompletableFuture<Boolean> joined = house.store.write(joins);
            CompletableFuture<Boolean> waits = other.write(tx -> letWait(tx, seen, Until.REPLY));
            CompletableFuture.allOf(joined, waits).join();

            assertThat(house.thread(child)).isEqualTo(asked);
            assertThat(isDue()).as("race " + i).isTrue();
        }
    }

    private Interaction claimed() {
        house.store.writeNow(tx -> {
            var row = tx.work().lock(MailHouse.TENANT, parent).orElseThrow();
            tx.work().update(row.claimed(State.ROUTING, "test", tx.now().plusSeconds(60), tx.now()));
            return true;
        });
        return house.load(parent);
    }

    private void letWait(Interaction seen, Until what) {
        house.store.writeNow(tx -> letWait(tx, seen, what));
    }

    private static boolean letWait(Tx tx, Interaction seen, Until what) {
        var row = tx.work().lock(seen.fence()).orElseThrow();
        new WorkChange(tx, row, By.of("strategy-inbound"))
                .letWait(
                        INBOUND,
                        what,
                        tx.now().plus(Duration.ofHours(2)),
                        seen.standing().waiting());
        return true;
    }

    private void change(Consumer<WorkChange> how) {
        house.store.writeNow(tx -> {
            how.accept(
                    new WorkChange(tx, tx.work().lock(MailHouse.TENANT, parent).orElseThrow(), By.of("operator")));
            return true;
        });
    }

    private Wait waiting() {
        return house.load(parent).standing().waiting();
    }

    private boolean isDue() {
        Instant due = house.load(parent).standing().availableAt();
        return due != null && !due.isAfter(house.store.read(tx -> tx.now()));
    }

    private QueueDepth depth() {
        return house.store.read(tx -> tx.work().depths()).stream()
                .filter(depth -> depth.queue().equals(INBOUND) && depth.state() == State.QUEUED)
                .findFirst()
                .orElseThrow();
    }

    private static Mail mail(String id) {
        return Mail.from(JO).to("support@example.com").id(id).about("Question");
    }
}
