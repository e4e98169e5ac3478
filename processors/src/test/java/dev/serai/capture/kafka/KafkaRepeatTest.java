package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.capture.CaptureHub;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, records that fail, and topics that are missing. */
class KafkaRepeatTest {
    @TempDir
    private Path folder;

    @Test
    void eachRecordShouldBeTakenOnceWhenNodesComeAndGo() {
        List<String> all =
                IntStream.rangeClosed(1, 60).mapToObj(n -> "record " + n).toList();
        try (KafkaSite site = new KafkaSite(folder, Kafka.shared(), 4, "maxPerPoll: 5")) {
            site.topics().sendAll(site.topic(), submits(all.subList(0, 20)));
            try (CaptureHub second = site.secondNode()) {
                site.topics().sendAll(site.topic(), submits(all.subList(20, 40)));
                eventually(() -> assertThat(site.subjects()).hasSizeGreaterThan(30));
                second.stopRoutes();
            }
            site.topics().sendAll(site.topic(), submits(all.subList(40, 60)));

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrderElementsOf(all));
            eventually(
                    () -> assertThat(site.topics().records(site.notification())).hasSize(60));
        }
    }

    @Test
    void aRecordThatWasBegunTooOftenShouldGoAsideAndItsNeighboursGoOn() {
        try (KafkaSite site = new KafkaSite(folder, "attempts: 2")) {
            site.send(submit("before"));
            eventually(() -> assertThat(site.subjects()).hasSize(1));
            site.hub().stopRoutes();
            site.begunButNeverEnded(1, 2);
            site.send(submit("kills"));
            site.send(submit("neighbour"));
            site.hub().startRoutes();

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("before", "neighbour"));
            assertThat(site.topics().records(site.error()))
                    .singleElement()
                    .satisfies(one -> assertThat(KafkaTopics.headers(one))
                            .containsEntry("serai-error", "failed")
                            .containsEntry("serai-offset", "1"));
        }
    }

    @Test
    void aRecordShouldWaitAndOtherPartitionsGoOnWhenTheErrorTopicIsMissing() {
        try (KafkaSite site = new KafkaSite(folder, Kafka.shared(), 2)) {
            site.topics().delete(site.error());
            site.sendTo(0, "nonsense");
            site.sendTo(0, submit("behind it"));
            site.sendTo(1, submit("elsewhere"));
            eventually(() -> assertThat(site.subjects()).containsExactly("elsewhere"));
            eventually(() -> assertThat(site.status().lastError()).contains(site.error()));
            site.topics().create(site.error());

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("elsewhere", "behind it"));
            assertThat(site.topics().records(site.error())).hasSize(1);
        }
    }

    @Test
    void restartsShouldNotCountAgainstARecordThatWaitsForATopicOnTheSide() {
        String done = "done." + System.nanoTime();
        try (KafkaSite site = new KafkaSite(folder, "attempts: 1", "processedTopic: " + done)) {
            site.send(submit("good"));
            for (int i = 0; i < 2; i++) {
                eventually(() -> assertThat(site.status().lastError()).contains(done));
                site.hub().stopRoutes();
                site.hub().startRoutes();
            }
            site.topics().create(done);

            eventually(() -> assertThat(site.topics().records(done)).hasSize(1));
            assertThat(site.topics().records(site.error())).isEmpty();
            assertThat(site.subjects()).containsExactly("good");
        }
    }

    private static List<String> submits(List<String> subjects) {
        return subjects.stream().map(KafkaSite::submit).toList();
    }
}
