package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.conversation.MailHouse.Mail;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children that nobody joined when their parent was written, on both databases alike. */
abstract class MissedContract {
    private static final String PARENT = "<parent@x>";

    @TempDir
    Path folder;

    private MailHouse house;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        house = new MailHouse(freshDatabase(), folder, false);
        house.sweeper.pass();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void p54_aChildBeyondTheMostOfATransactionShouldJoinHoweverLongItWaited() {
        List<InteractionId> others = Stream.generate(() -> InteractionId.next(Clock.systemUTC()))
                .limit(LateParent.MOST)
                .toList();
        others.forEach(other -> waits(other, PARENT, Duration.ofHours(2)));
        InteractionId child = house.take(mail("<child@x>").answering(PARENT));
        waits(child, PARENT, Duration.ofHours(1));
        InteractionId parent = house.take(mail(PARENT));

        house.sweeper.pass();

        assertThat(house.thread(child)).isEqualTo(parent);
    }

    @Test
    void p55_aChildShouldJoinWhenTheMessageIdOfTheProviderIsLearntLater() {
        InteractionId sent = house.write(null, "jo@customer.example");
        String theirs = "<0100018f-abcd@email.amazonses.com>";
        InteractionId child = house.take(mail("<child@x>").answering(theirs));
        waits(child, theirs, Duration.ofHours(1));
        house.store.writeNow(tx -> {
            tx.threads().alias(MailHouse.TENANT, theirs, sent, tx.now());
            return true;
        });

        house.sweeper.pass();

        assertThat(house.thread(child)).isEqualTo(sent);
        assertThat(house.load(child).origin().parentId()).isEqualTo(sent);
    }

    @Test
    void aPassAfterAnOutageShouldLookAtAllThatWasMissed() {
        AtomicReference<Instant> clock = new AtomicReference<>(now().minus(Duration.ofHours(1)));
        ThreadSweeper sweeper = house.sweeper(clock::get, () -> {});
        sweeper.pass();
        InteractionId child = missed("<child@x>", Duration.ofMinutes(30));
        clock.set(now());

        sweeper.pass();

        assertThat(house.thread(child)).isNotEqualTo(child);
    }

    @Test
    void oneThatCannotBeJoinedShouldKeepNobodyFromIt() {
        InteractionId bad = missed("<bad@x>", Duration.ofMinutes(3));
        InteractionId good = missed("<good@x>", Duration.ofMinutes(2));
        AtomicInteger asked = new AtomicInteger();
        ThreadSweeper sweeper = house.sweeper(this::now, () -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("broken");
            }
        });

        sweeper.pass();

        assertThat(house.thread(bad)).isEqualTo(bad);
        assertThat(house.thread(good)).isNotEqualTo(good);
    }

    /** A child that waits still though its parent is here. */
    private InteractionId missed(String id, Duration since) {
        String parent = id.replace("@", "-parent@");
        InteractionId child = house.take(mail(id).answering(parent));
        house.store.writeNow(tx -> {
            tx.waiting().found(MailHouse.TENANT, child);
            return true;
        });
        house.take(mail(parent));
        waits(child, parent, since);
        return child;
    }

    private void waits(InteractionId child, String messageId, Duration since) {
        house.store.writeNow(tx -> {
            tx.waiting().found(MailHouse.TENANT, child);
            tx.waiting()
                    .await(MailHouse.TENANT, child, List.of(messageId), tx.now().minus(since));
            return true;
        });
    }

    private Instant now() {
        return house.store.read(tx -> tx.now());
    }

    private static Mail mail(String id) {
        return Mail.from("jo@customer.example").to("support@example.com").id(id).about("Hello");
    }
}
