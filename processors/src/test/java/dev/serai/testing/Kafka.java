package dev.serai.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real Kafka, one process in KRaft mode, in a folder of its own; {@link #shared} is one for all tests of a JVM. */
public final class Kafka implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final WorkFolder folder;
    private final KafkaPorts ports = KafkaPorts.free();
    private final KafkaServer server;
    private ServerProcess process;

    private Kafka() throws IOException {
        this.folder = WorkFolder.create("kafka");
        this.server = new KafkaServer(folder);
        server.prepare(ports);
        this.process = launched();
        AtExit.close(this);
    }

    /** The one of this JVM; nobody stops it, and each test names topics of its own. */
    public static Kafka shared() {
        return Shared.KAFKA;
    }

    /** One of a test's own, which may be stopped. */
    public static Kafka start() {
        try {
            return new Kafka();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it takes anybody. */
    public String servers() {
        return "127.0.0.1:" + ports.plain();
    }

    /** Where it takes who logs in as hub, password {@code op"en}, mechanism PLAIN. */
    public String guarded() {
        return "127.0.0.1:" + ports.guarded();
    }

    /** Ends it; its topics stay. */
    public void stop() {
        process.stop();
    }

    /** Ends it at once, as a crash does; its topics stay. */
    public void kill() {
        process.stop("KILL");
    }

    /** Starts it again at the same place. */
    public void restart() {
        try {
            process = launched();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its topics. */
    public KafkaTopics topics() {
        return new KafkaTopics(servers());
    }

    /** Has Kafka's own console producer send what it reads. */
    public void produce(String input, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(KafkaServer.tool("org.apache.kafka.tools.ConsoleProducer"));
        command.addAll(List.of("--bootstrap-server", servers()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.file("producer").toFile())
                .start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("the console producer failed: " + Files.readString(folder.file("producer")));
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        stop();
        try {
            folder.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ServerProcess launched() throws IOException {
        return ServerProcess.start(
                ServerAccount.of("root", "root", folder.path()),
                "TERM",
                folder.file("log"),
                server.command(),
                () -> Ports.open(ports.plain()) && answers());
    }

    private boolean answers() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers()))) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Shared {
        static final Kafka KAFKA = Kafka.start();
    }
}
