package dev.serai.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The folder and the command line of a Kafka that is broker and controller in one process. */
final class KafkaServer {
    private final WorkFolder folder;

    KafkaServer(WorkFolder folder) {
        this.folder = folder;
    }

    /** Writes what the broker finds when it starts for the first time, and its settings. */
    void prepare(KafkaPorts ports) throws IOException {
        Path data = folder.folder("data");
        Files.writeString(
                data.resolve("meta.properties"),
                "version=1\ncluster.id=" + id() + "\nnode.id=1\ndirectory.id=" + id() + "\n");
        Files.writeString(folder.file("server.properties"), settings(ports, data));
    }

    List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlog4j2.level=WARN",
                "-cp",
                jars(),
                "kafka.Kafka",
                folder.file("server.properties").toString());
    }

    /** The command line of a tool that comes with Kafka. */
    static List<String> tool(String mainClass) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jars(),
                mainClass);
    }

    /** Jars only: what the hub itself brings, its settings of the log among them, is not the broker's. */
    private static String jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String settings(KafkaPorts ports, Path data) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                listeners=PLAIN://127.0.0.1:%2$d,GUARDED://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%1$d
                listener.security.protocol.map=PLAIN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAIN
                listener.name.guarded.sasl.enabled.mechanisms=PLAIN
                listener.name.guarded.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_hub="op\\\\"en";
                log.dirs=%4$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                num.network.threads=2
                num.io.threads=2
                log.cleaner.dedupe.buffer.size=4194304
                log.cleaner.io.buffer.size=65536
                log.cleaner.backoff.ms=200
                log.retention.check.interval.ms=500
                log.initial.task.delay.ms=200
                """.formatted(ports.controller(), ports.plain(), ports.guarded(), data);
    }

    private static String id() {
        UUID random = UUID.randomUUID();
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.nio.ByteBuffer.allocate(16)
                        .putLong(random.getMostSignificantBits())
                        .putLong(random.getLeastSignificantBits())
                        .array());
    }
}
