package dev.serai.large;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.command.Serai;
import dev.serai.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** `serai run` in a JVM with little memory, which ends when that is not enough. */
final class SmallHub implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("serai: ready .*http://127\\.0\\.0\\.1:(\\d+)/.*");

    /** Heap, code, threads and the buffers of network and files together. */
    private static final long PROCESS = 800_000_000;

    private final Path instance;
    private final ChildJvm child;
    private final int port;

    private SmallHub(Path instance, ChildJvm child) {
        this.instance = instance;
        this.child = child;
        var line = READY.matcher(child.awaitLine(READY.asMatchPredicate(), Duration.ofSeconds(60)));
        assertThat(line.matches()).isTrue();
        this.port = Integer.parseInt(line.group(1));
    }

    /** @param heap as in `-Xmx` */
    static SmallHub start(Path instance, String heap) {
        List<String> options = List.of(
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=4", // digests are ten times slower without
                "-XX:+ExitOnOutOfMemoryError",
                "-Dserai.checkout=" + TestInstance.checkout());
        return new SmallHub(
                instance, ChildJvm.start(Serai.class, options, List.of("--home", instance.toString(), "run")));
    }

    Client client() {
        return new Client(port);
    }

    int port() {
        return port;
    }

    String output() {
        return child.output();
    }

    void isRunning() {
        assertThat(child.alive()).as(child.output()).isTrue();
    }

    /** It runs, never lacked memory, and left no file of a mail behind. */
    void isWell() throws IOException {
        assertThat(child.alive()).as(child.output()).isTrue();
        assertThat(child.output()).doesNotContain("OutOfMemoryError");
        for (String spool : List.of("spool", "spool-in", "spool-out")) {
            Path folder = instance.resolve("data").resolve(spool);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> left = Files.list(folder)) {
                    assertThat(left).as(spool).isEmpty();
                }
            }
        }
        assertThat(child.peakMemory()).as("memory of the process").isLessThan(PROCESS);
    }

    @Override
    public void close() {
        child.close();
    }
}
