package dev.serai.capture.kafka;

import static dev.serai.capture.kafka.KafkaSite.eventually;
import static dev.serai.capture.kafka.KafkaSite.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.capture.PointState;
import dev.serai.testing.Kafka;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back. */
class KafkaAwayTest {
    @TempDir
    private Path folder;

    @Test
    void capturingShouldGoOnWhenTheBrokerComesBackAndStatusShouldSayThatItIsAway() {
        try (Kafka kafka = Kafka.start();
                KafkaSite site = new KafkaSite(folder, kafka, 1)) {
            site.send(submit("before"));
            eventually(
                    () -> assertThat(site.topics().records(site.notification())).hasSize(1));
            kafka.kill();
            eventually(() -> assertThat(site.status().state()).isEqualTo(PointState.FAILING));
            assertThat(site.status().lastError()).contains("the cluster does not answer");
            kafka.restart();
            site.send(submit("after"));

            eventually(() -> assertThat(site.subjects()).containsExactlyInAnyOrder("before", "after"));
            eventually(
                    () -> assertThat(site.topics().records(site.notification())).hasSize(2));
            eventually(() -> assertThat(site.status().state()).isEqualTo(PointState.RUNNING));
        }
    }
}
