package dev.serai.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.testing.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Broken mail never breaks the reader. 1,000 mutants of the samples, 10,000 with `-Dserai.test.long=true`;
 * `-Dserai.test.corpus=DIR` takes the mails of another folder, `-Dserai.test.seed=N` makes the same mutants again.
 */
class MutantsTest {
    private static final int MUTANTS = Boolean.getBoolean("serai.test.long") ? 10_000 : 1_000;

    @Test
    void p49_eachMutantShouldComeOutAsAMailWithin128MegabytesAndTwoSecondsOfProcessorTime() {
        Path checkout = TestInstance.checkout();
        String corpus = System.getProperty(
                "serai.test.corpus", checkout.resolve("samples").toString());
        long seed = Long.getLong("serai.test.seed", System.nanoTime());
        List<String> arguments = List.of(corpus, Integer.toString(MUTANTS), Long.toString(seed), checkout.toString());
        try (ChildJvm child = ChildJvm.start(MutantRun.class, List.of("-Xmx128m"), arguments)) {
            int status = child.awaitExit(Duration.ofMinutes(8));
            child.output().lines().filter(line -> line.startsWith("MutantRun:")).forEach(System.out::println);
            assertThat(status).as(child.output()).isZero();
        }
    }
}
