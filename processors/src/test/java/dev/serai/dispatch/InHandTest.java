package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail that is in hand keeps its files and its lease, and neither longer than it is in hand. */
class InHandTest extends Delivering {
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeEach
    void oneConnection() {
        account("connections: 1");
    }

    @Test
    void filesShouldKnowOfClaimedMailBeforeOthersCanBecomeLive() {
        IntStream.range(0, 10).forEach(number -> submit("jo@example.org"));

        Dispatcher dispatcher = house.live();

        await().atMost(SOON).until(() -> smtp.mails().size() == 10 && dispatcher.isQuiet());
        assertThat(house.exit().begunLate()).isZero();
        await().atMost(SOON).until(() -> house.exit().inHand() == 0);
    }

    @Test
    void aLeaseShouldBeRenewedWhileClaimsHang() {
        smtp.on("DOT", ScriptedSmtp.WAIT);
        house.dispatcher(
                new DispatchPolicy("node", DispatchMode.LIVE, null, 50, Duration.ofSeconds(4)), Duration.ofMinutes(10));
        InteractionId id = submit("jo@example.org");
        await().atMost(SOON).until(() -> smtp.commands().contains("DATA"));
        CountDownLatch claims = new CountDownLatch(1);
        try {
            house.exit().beforeClaims(() -> hang(claims));
            submit("jo@example.org");
            submit("jo@example.org");
            Instant end = lease(id);

            await().atMost(SOON).until(() -> lease(id).isAfter(end.plusSeconds(8)));
        } finally {
            claims.countDown();
        }
    }

    @Test
    void anErrorInATryShouldNotKeepItsMailNorItsConnection() {
        Dispatcher dispatcher = house.live();
        house.exit().breakOnce(new StackOverflowError("a test"));
        submit("jo@example.org");

        await().atMost(SOON).until(() -> !smtp.mails().isEmpty() && dispatcher.isQuiet());
        InteractionId next = submit("jo@example.org");

        await().atMost(SOON).until(() -> house.dispatch(next).state() == DispatchRow.State.SENT);
        await().atMost(SOON).until(() -> house.exit().inHand() == 0);
    }

    private Instant lease(InteractionId id) {
        return house.store
                .read(tx -> tx.work().load("default", id))
                .map(WorkRow::leaseUntil)
                .orElseThrow();
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
