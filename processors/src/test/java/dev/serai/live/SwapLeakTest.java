package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replaced files leave behind: nothing. `-Dserai.test.long=true` replaces 500 times. */
class SwapLeakTest {
    private static final int SWAPS = Boolean.getBoolean("serai.test.long") ? 500 : 25;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern CONTEXTS =
            Pattern.compile("\\s+(\\d+)\\s+\\d+\\s+org\\.apache\\.camel\\.impl\\.DefaultCamelContext\\b.*");

    @TempDir
    private Path folder;

    @Test
    void threadsContextsMetersAndClassesShouldNotGrowWithEdits() throws Exception {
        TestInstance instance = new TestInstance(folder);
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            swap(instance, calls, 0, 10);
            Left before = left(hub);

            swap(instance, calls, 10, SWAPS);

            await().atMost(SOON).untilAsserted(() -> {
                Left after = left(hub);
                assertThat(after.contexts()).as("contexts").isLessThanOrEqualTo(before.contexts());
                assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + 4);
                // gauges of the edited queue may come after the first count
                assertThat(after.meters()).as("meters").isLessThanOrEqualTo(before.meters() + 10);
                assertThat(after.classes()).as("classes").isLessThanOrEqualTo(before.classes() + 300);
            });
        }
    }

    private static void swap(TestInstance instance, HubCalls calls, int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            instance.file("routes/strategies/strategy-second.camel.yaml", """
                    - route:
                        id: strategy-second
                        description: Edit %d
                        from:
                          uri: direct:strategy-second
                          steps:
                            - to: {id: place, uri: "kamelet:place-action", parameters: {queue: general}}
                    """.formatted(i));
            instance.file("config/queues/second.yaml", "description: Edit " + i + "\nstrategy: true\n");
            HubCalls.Answer answer = calls.post("/api/v1/config/apply", "{}");
            assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
            JsonNode submitted = calls.post("/api/v1/interactions", "{'queue': 'second', 'subject': 'x'}")
                    .json();
            String id = submitted.at("/id").asText();
            await().atMost(SOON)
                    .until(() -> calls.get("/api/v1/interactions/" + id)
                            .json()
                            .at("/queue")
                            .asText()
                            .equals("general"));
        }
    }

    private record Left(int contexts, int threads, int meters, int classes) {}

    private static Left left(Hub hub) throws Exception {
        return new Left(
                contexts(),
                threads(),
                new HubCalls(hub).meters(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    /** But those of this test's own calls. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("HttpClient-"))
                .count();
    }

    /** Counted by the JVM after a full collection. */
    private static int contexts() throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> CONTEXTS.matcher(line.replaceFirst("^\\s*\\d+:", "")))
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .sum();
    }
}
