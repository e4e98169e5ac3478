package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.files.Generation;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are edited all the time while interactions come in all the time. `-Dserai.test.long=true` does 500 edits;
 * `-Dserai.test.seed` repeats a run.
 */
class EditStormTest {
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int EDITS = LONG ? 500 : 16;
    private static final int A_SECOND = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(LONG ? 600 : 120);

    @TempDir
    private Path folder;

    @Test
    void everyInteractionShouldBeDecidedOnceByTheSetThatWasLiveWhenItWasClaimed() throws Exception {
        long seed = Long.getLong("serai.test.seed", System.nanoTime());
        try (SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = new TestInstance(folder)
                    .on(Postgres.shared().createDatabase())
                    .setting("serai.config.quiet", "150ms")
                    .setting("serai.config.look", "50ms")
                    .setting("serai.config.keep", "2000")
                    .account("default", sink.port());
            Storm storm = new Storm(instance, seed);
            try (Hub hub = instance.start();
                    Load load = new Load(new HubCalls(hub), A_SECOND)) {
                long begin = System.nanoTime();
                Set<String> good = new HashSet<>(Set.of(disk(instance)));
                Set<String> broken = new HashSet<>();
                int taken = edit(storm, instance, new HubCalls(hub), good, broken);
                int submitted = load.end();
                System.out.printf(
                        "EditStormTest: %d edits, %d broken, %d swaps, %d interactions, %d s, -Dserai.test.seed=%d%n",
                        EDITS, broken.size(), taken, submitted, (System.nanoTime() - begin) / 1_000_000_000L, seed);
                StormBooks books = new StormBooks(hub.store());
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(books::areAtRest);
                await().atMost(PATIENCE).until(() -> books.answers() == load.asked());
                await().atMost(PATIENCE).untilAsserted(() -> books.decidedOnce(load.submitted()));
                books.decidedByWhatWasLive(good, broken);
                assertThat(books.lastGeneration()).isEqualTo(disk(instance));
            }
        }
    }

    /** Half of the edits are taken at once, half are left to be noticed; what was broken is mended with the next. */
    private static int edit(Storm storm, TestInstance instance, HubCalls calls, Set<String> good, Set<String> broken)
            throws Exception {
        int taken = 0;
        for (int i = 0; i < EDITS || i % 4 == 0; i++) {
            boolean well = storm.next();
            (well ? good : broken).add(disk(instance));
            taken += taken(calls, disk(instance), well, i % 2 == 0) ? 1 : 0;
            if (!well) {
                storm.mend();
                good.add(disk(instance));
                taken += taken(calls, disk(instance), true, true) ? 1 : 0;
            }
        }
        return taken;
    }

    private static boolean taken(HubCalls calls, String disk, boolean well, boolean atOnce) throws Exception {
        if (atOnce) {
            HubCalls.Answer answer = calls.post("/api/v1/config/apply", "{}");
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(well ? 200 : 422);
        } else if (well) {
            await().atMost(PATIENCE)
                    .until(() -> calls.config().at("/current/id").asText().equals(disk));
        } else {
            await().atMost(PATIENCE)
                    .until(() -> !calls.config().at("/current/rejected").isEmpty());
        }
        return well;
    }

    private static String disk(TestInstance instance) {
        return Generation.load(instance.home()).id();
    }
}
