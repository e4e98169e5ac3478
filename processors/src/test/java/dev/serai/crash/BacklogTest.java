package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.testing.Dovecot;
import dev.serai.testing.HeapLog;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backlog is drained by hubs that are stopped and killed in the middle; `-Dserai.test.long=true` takes ten times as much. */
class BacklogTest {
    private static final int MAILS = Boolean.getBoolean("serai.test.long") ? 20_000 : 2_000;
    private static final int BY_SIGTERM = 143;
    private static final int BY_SIGKILL = 137;
    private static final long FLAT_MEGABYTES = 40;
    private static final Duration LONG = Duration.ofMinutes(MAILS / 2_000 + 1);

    @TempDir
    private Path folder;

    @Test
    void backlogShouldGoOnWhereItWasWhenTheHubIsStoppedAndKilledInTheMiddle() throws Exception {
        HeapLog heap = new HeapLog(folder.resolve("heap.log"));
        try (Dovecot dovecot = Dovecot.start()) {
            Backlog backlog = new Backlog(folder, dovecot, Postgres.shared().createDatabase(), MAILS);
            backlog.deliver();
            try (HubProcess stopped = HubProcess.start(folder, "-Xmx256m")) {
                backlog.awaitCaptured(MAILS / 4, stopped, LONG);
                stopped.terminate();
                assertThat(stopped.awaitExit()).as(stopped.output()).isEqualTo(BY_SIGTERM);
            }
            int captured = backlog.captured();
            assertThat(captured).isLessThan(MAILS);
            try (HubProcess killed = HubProcess.start(folder, "-Xmx256m")) {
                backlog.awaitCaptured(captured + MAILS / 4, killed, LONG);
                killed.kill();
                assertThat(killed.awaitExit()).isEqualTo(BY_SIGKILL);
            }
            List<Long> live = new ArrayList<>();
            try (HubProcess last = HubProcess.start(folder, "-Xmx256m", heap.option())) {
                last.awaitReady();
                for (int share = 7; share <= 10; share++) {
                    backlog.awaitCaptured(MAILS / 10 * share, last, LONG);
                    live.add(heap.live(last.handle()));
                }
                await().atMost(LONG).untilAsserted(() -> backlog.isAsPromised());
                live.add(heap.live(last.handle()));
                last.terminate();
                assertThat(last.awaitExit()).as(last.output()).isEqualTo(BY_SIGTERM);
            }
            assertThat(live.get(live.size() - 1)).as("MB alive %s", live).isLessThan(live.get(0) + FLAT_MEGABYTES);
            backlog.isEachTakenOnce();
        }
    }
}
