package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line of the guide, run by Kafka's own console producer, is answered by a hub with the guide's files. */
@SuppressWarnings("try") // what is open works by itself
class KafkaGuideTest {
    private static final Page GUIDE = Page.of("docs/guides/feed-from-kafka.md");
    private static final Pattern LINE =
            Pattern.compile("printf '([^']*)' \\| kafka-console-producer\\.sh --bootstrap-server localhost:9092 (.*)");
    private static final String TOPIC = "serai.capture.crm";

    @TempDir
    private Path folder;

    @Test
    void lineOfTheGuideShouldBeAnswered() throws Exception {
        Kafka kafka = Kafka.shared();
        try (KafkaTopics topics = kafka.topics().create(TOPIC, TOPIC + ".error", TOPIC + ".notification");
                Hub hub = instance(kafka).start()) {
            Matcher line = line();
            String input = line.group(1).replace("\\t", "\t").replace("\\n", "\n");
            kafka.produce(input, List.of(line.group(2).split(" ")));

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(topics.records(TOPIC + ".notification"))
                            .singleElement()
                            .satisfies(answer -> {
                                assertThat(KafkaTopics.text(answer.value()))
                                        .startsWith("{\"operation\":\"submitted\"")
                                        .contains("\"externalId\":\"C-4711\"");
                                assertThat(KafkaTopics.headers(answer)).containsEntry("correlation-id", TOPIC + "-0@0");
                            }));
        }
    }

    private static Matcher line() {
        return GUIDE.blocks().stream()
                .map(block -> LINE.matcher(block.text().strip()))
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow();
    }

    private TestInstance instance(Kafka kafka) {
        TestInstance instance = new TestInstance(folder);
        GUIDE.blocks().stream()
                .filter(block -> block.file().isPresent())
                .filter(block -> block.language().equals("yaml"))
                .forEach(block -> instance.file(
                        block.file().orElseThrow(), block.text().replace("localhost:9092", kafka.servers())));
        return instance;
    }
}
