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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interactions that wait for a reply: what depends on the database, on both of them. */
abstract class WaitContract {
    static final QueueName INBOUND = QueueName.of("inbound");
    static final String JO = "jo@customer.example";

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

    Interaction claimed() {
        house.store.writeNow(tx -> {
            var row = tx.work().lock(MailHouse.TENANT, parent).orElseThrow();
            tx.work().update(row.claimed(State.ROUTING, "test", tx.now().plusSeconds(60), tx.now()));
            return true;
        });
        return house.load(parent);
    }

    void letWait(Interaction seen, Until what) {
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

    Wait waiting() {
        return house.load(parent).standing().waiting();
    }

    boolean isDue() {
        Instant due = house.load(parent).standing().availableAt();
        return due != null && !due.isAfter(house.store.read(tx -> tx.now()));
    }

    static Mail mail(String id) {
        return Mail.from(JO).to("support@example.com").id(id).about("Question");
    }
}
