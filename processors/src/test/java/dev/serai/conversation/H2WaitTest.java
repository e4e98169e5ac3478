package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait.Until;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.QueueDepth;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class H2WaitTest extends WaitContract {
    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.embedded(
                folder.resolve("data-" + UUID.randomUUID()), Path.of(System.getProperty("serai.home"), "sql"));
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

    private void change(Consumer<WorkChange> how) {
        house.store.writeNow(tx -> {
            how.accept(
                    new WorkChange(tx, tx.work().lock(MailHouse.TENANT, parent).orElseThrow(), By.of("operator")));
            return true;
        });
    }

    private QueueDepth depth() {
        return house.store.read(tx -> tx.queueOverview().depths()).stream()
                .filter(depth -> depth.queue().equals(INBOUND) && depth.state() == State.QUEUED)
                .findFirst()
                .orElseThrow();
    }
}
