package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At most one mail of a connection is one of which a killed hub would not know what became of it. */
class SettledFirstTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void dataShouldNotBeSaidBeforeTheMailBeforeIsSettledEvenWhenTheConnectionRested() throws Exception {
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                DispatchHouse house = new DispatchHouse(folder)) {
            house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "connections: 1");
            smtp.on("DOT", ScriptedSmtp.WAIT);
            house.live();
            InteractionId first = house.submit(DispatchHouse.draft("jo@example.org"));
            await().atMost(SOON).until(() -> smtp.commands().contains("DATA"));
            CountDownLatch kept = new CountDownLatch(1);
            CompletableFuture<?> keeper = keepLocked(house, first, kept);
            smtp.heal();
            await().atMost(SOON).until(() -> smtp.mails().size() == 1);

            InteractionId second = house.submit(DispatchHouse.draft("jo@example.org"));
            await().atMost(SOON).until(() -> said(smtp, "RCPT") == 2);
            await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> said(smtp, "DATA") == 1);
            kept.countDown();

            keeper.get(SOON.toSeconds(), TimeUnit.SECONDS);
            await().atMost(SOON).until(() -> house.dispatch(second).state() == DispatchRow.State.SENT);
            assertThat(house.dispatch(first).state()).isEqualTo(DispatchRow.State.SENT);
            assertThat(smtp.connections()).isEqualTo(1);
        }
    }

    /** Somebody else has the mail's work locked, so that nothing can be written of it. */
    private static CompletableFuture<?> keepLocked(DispatchHouse house, InteractionId id, CountDownLatch until)
            throws InterruptedException {
        CountDownLatch locked = new CountDownLatch(1);
        CompletableFuture<?> keeper = CompletableFuture.runAsync(() -> house.store.transact(tx -> {
            tx.work().lock("default", id).orElseThrow();
            locked.countDown();
            return hang(until);
        }));
        assertThat(locked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return keeper;
    }

    private static boolean hang(CountDownLatch until) {
        try {
            return until.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long said(ScriptedSmtp smtp, String verb) {
        return smtp.commands().stream()
                .filter(command -> command.startsWith(verb))
                .count();
    }
}
