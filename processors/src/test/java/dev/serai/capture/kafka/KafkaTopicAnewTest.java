package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A topic that is deleted and made anew has other records at the same offsets: none is lost, none comes twice. */
class KafkaTopicAnewTest {
    private static final int OLD = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, OLD, 5})
    void allOfANewTopicShouldBeTakenWhenTheHubRuns(int number) {
        try (KafkaSite site = new KafkaSite(folder)) {
            List<String> all = filled(site);
            site.topics().delete(site.topic());
            site.topics().create(site.topic());
            all.addAll(sent(site, "new", number));

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrderElementsOf(all));
            all.addAll(sent(site, "later", 1));
            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrderElementsOf(all));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, OLD, 5})
    void allOfANewTopicShouldBeTakenWhenTheHubWasDown(int number) {
        try (KafkaSite site = new KafkaSite(folder, "startFrom: latest")) {
            List<String> all = filled(site);
            site.hub().stopRoutes();
            site.topics().delete(site.topic());
            site.topics().create(site.topic(), 1, Map.of());
            all.addAll(sent(site, "new", number));
            site.hub().startRoutes();

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrderElementsOf(all));
        }
    }

    private static List<String> filled(KafkaSite site) {
        site.awaitPlaced();
        List<String> all = sent(site, "old", OLD);
        eventually(() -> assertThat(site.subjects()).hasSize(OLD));
        return all;
    }

    private static List<String> sent(KafkaSite site, String name, int number) {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sent.add(name + " " + i);
            site.send(submit(name + " " + i));
        }
        return sent;
    }
}
