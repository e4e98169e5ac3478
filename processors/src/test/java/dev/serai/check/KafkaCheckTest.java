package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kafka points and events refer to. */
class KafkaCheckTest {
    @TempDir
    private Path folder;

    @Test
    void aClusterThatIsNotThereShouldBeSaidWithTheNearest() {
        assertThat(found(point("a", "cluster: mian")))
                .containsExactly("there is no config/kafka/mian.yaml; did you mean 'main'?");
    }

    @Test
    void pointsThatWouldShareATopicShouldNeedGroupsOfTheirOwn() {
        assertThat(found(point("a", "cluster: main, topic: t"), point("b", "cluster: main, topic: t")))
                .singleElement()
                .asString()
                .contains("expected another groupId");
        assertThat(found(point("b", "cluster: main, topic: t, groupId: b"))).isEmpty();
    }

    @Test
    void whatIsPutAsideShouldNotBeReadAsRequests() {
        assertThat(found(point("a", "cluster: main, errorTopic: t"), point("b", "cluster: main, topic: t")))
                .singleElement()
                .asString()
                .contains("is read by the point 'b'");
    }

    @Test
    void eventsShouldGoToAClusterThatIsThere() {
        instance().setting("serai.events.kafka.cluster", "elsewhere");

        assertThat(found()).singleElement().asString().contains("there is no config/kafka/elsewhere.yaml");
    }

    private record Point(String name, String parameters) {}

    private static Point point(String name, String parameters) {
        return new Point(name, parameters);
    }

    private TestInstance instance() {
        return new TestInstance(folder)
                .file("config/kafka/main.yaml", "description: Main\nbootstrapServers: localhost:9092\n");
    }

    private List<String> found(Point... points) {
        for (Point point : points) {
            instance().file("routes/capture/capture-kafka-" + point.name() + ".camel.yaml", """
                    - route:
                        id: capture-kafka-%1$s
                        description: A test.
                        from:
                          uri: kamelet:kafka-capture-source
                          parameters: {name: %1$s, %2$s}
                          steps:
                            - log: {id: captured, message: captured}
                    """.formatted(
                            point.name(), point.parameters()));
        }
        Home home = new Home(folder, TestInstance.checkout());
        Problems problems = new Problems();
        new KafkaCheck(Settings.load(home)).check(Generation.load(home), problems);
        return problems.list().stream().map(Problem::reason).toList();
    }
}
