package dev.serai.capture.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.Topics;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to log in does, and his password is said nowhere. */
class KafkaLoginTest {
    private static final String PASSWORD = "op\"en";

    @TempDir
    private Path folder;

    @Test
    void aClusterThatWantsALoginShouldBeReachedWithTheSecret() throws Exception {
        try (KafkaTopics topics = Kafka.shared().topics().create("login");
                Topics guarded = new Topics(clients(PASSWORD))) {
            assertThat(guarded.find("login").partitions()).hasSize(1);
            assertThat(topics.exists("login")).isTrue();
        }
    }

    @Test
    void aWrongPasswordShouldBeSaidWithoutIt() throws IOException {
        KafkaClients clients = clients("wr0ng-word");
        try (Topics guarded = new Topics(clients)) {
            assertThatThrownBy(() -> guarded.find("login"))
                    .isInstanceOf(KafkaTrouble.class)
                    .hasMessageContaining("uthentication failed")
                    .hasMessageNotContaining("wr0ng-word");
        }
    }

    @Test
    void noLogShouldSayAPasswordEvenWhenAllIsLogged() throws IOException {
        KafkaClients clients = clients("wr0ng-word");
        try (Lines said = Lines.of("org.apache.kafka")) {
            clients.consumer("g", 1, Map.of()).close();
            clients.producer().close();
            clients.admin().close();

            assertThat(said.lines())
                    .anyMatch(line -> line.contains("sasl.jaas.config = [hidden]"))
                    .noneMatch(line -> line.contains("wr0ng-word"));
        }
    }

    /** What a logger says on all levels. */
    private static final class Lines extends AbstractAppender implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final String name;
        private final Level before;

        private Lines(String name) {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
            this.name = name;
            this.before = LogManager.getLogger(name).getLevel();
        }

        static Lines of(String name) {
            Lines lines = new Lines(name);
            lines.start();
            LoggerConfig config =
                    LoggerContext.getContext(false).getConfiguration().getLoggerConfig(name);
            config.addAppender(lines, Level.ALL, null);
            Configurator.setLevel(name, Level.ALL);
            return lines;
        }

        List<String> lines() {
            return lines;
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage());
        }

        @Override
        public void close() {
            Configurator.setLevel(name, before);
            LoggerContext.getContext(false)
                    .getConfiguration()
                    .getLoggerConfig(name)
                    .removeAppender(getName());
            stop();
        }
    }

    private KafkaClients clients(String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), password);
        KafkaClusterDefinition cluster = Generation.of(FileSet.ofTexts(Map.of(
                        "config/kafka/main.yaml", """
                                description: The test's
                                bootstrapServers: %s
                                security: {protocol: sasl-plaintext, username: hub, secret: "file:%s"}
                                """.formatted(Kafka.shared().guarded(), secret))))
                .kafkaClusters()
                .get("main");
        return new KafkaClients(Objects.requireNonNull(cluster), Home.of(folder));
    }
}
