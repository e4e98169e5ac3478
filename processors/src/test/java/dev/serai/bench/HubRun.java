package dev.serai.bench;

import dev.serai.testing.HeapLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** `./serai run` as a user starts it, watched from outside. */
final class HubRun implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final HeapLog heap;
    private final Duration toReady;

    private HubRun(Process process, Path output, HeapLog heap) {
        this.process = process;
        this.output = output;
        this.heap = heap;
        long begin = System.nanoTime();
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || read(output).contains("serai: ready"));
        if (!process.isAlive()) {
            throw new AssertionError("the hub ended: " + read(output));
        }
        this.toReady = Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * @param checkout where the command is
     * @param javaOptions for instance `-Xmx256m`; empty for what a user gets
     */
    static HubRun start(Path checkout, Path instance, String javaOptions) throws IOException {
        HeapLog heap = new HeapLog(instance.resolve("collections.log"));
        Path output = instance.resolve("output.log");
        // the kernel ends it when the benchmark is killed
        ProcessBuilder command = new ProcessBuilder(
                "setpriv",
                "--pdeathsig",
                "TERM",
                "--",
                checkout.resolve("serai").toString(),
                "--home",
                instance.toString(),
                "run");
        command.environment().merge("SERAI_JAVA_OPTS", javaOptions + " " + heap.option(), "%s %s"::formatted);
        command.redirectErrorStream(true).redirectOutput(output.toFile());
        return new HubRun(command.start(), output, heap);
    }

    /** From the start of the command until it takes work. */
    Duration toReady() {
        return toReady;
    }

    Duration cpu() {
        return ProcessFigures.cpu(process.toHandle());
    }

    /** What lives on the heap now, after a collection that this call asks for; in MB. */
    long liveMegabytes() {
        return heap.live(process.toHandle());
    }

    /** The most that was left on the heap by any collection; in MB. */
    long peakMegabytes() {
        return heap.peak();
    }

    long residentMegabytes() {
        return ProcessFigures.residentMegabytes(process.pid());
    }

    String output() {
        return read(output);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
