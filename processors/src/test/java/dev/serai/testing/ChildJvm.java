package dev.serai.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A JVM of its own with the class path of the tests, for what a test cannot do to itself: halt, be killed, exit.
 * Its output, both streams in one, goes to a file.
 */
public final class ChildJvm implements AutoCloseable {
    private final WorkFolder folder;
    private final Process process;

    private ChildJvm(WorkFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts {@code mainClass} in the test's working directory.
     *
     * @param jvmOptions for instance {@code -Dname=value}
     */
    public static ChildJvm start(Class<?> mainClass, List<String> jvmOptions, List<String> arguments) {
        try {
            WorkFolder folder = WorkFolder.create("child");
            List<String> command = new ArrayList<>(ServerAccount.dyingWithUs("KILL"));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
            command.addAll(jvmOptions);
            command.add(mainClass.getName());
            command.addAll(arguments);
            ChildJvm child = new ChildJvm(folder, ServerProcess.launch(command, folder.file("output")));
            AtExit.close(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it wrote so far. */
    public String output() {
        try {
            return Files.readString(folder.file("output"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line of its output is like that and returns it; fails when the JVM ends or the time runs out. */
    public String awaitLine(Predicate<String> wanted, Duration atMost) {
        await().atMost(atMost)
                .until(() -> !process.isAlive() || output().lines().anyMatch(wanted));
        return output().lines()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the child ended without that line: " + output()));
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
    }

    /** Sends SIGTERM and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** The most memory that it had at a time so far, in bytes, heap and everything else (VmHWM of proc(5)). */
    public long peakMemory() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String peak =
                    lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElse("VmHWM: 0 kB");
            return 1024 * Long.parseLong(peak.replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether it still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Waits for its end and returns its exit status; 137 after {@link #kill()}. */
    public int awaitExit(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the child does not end; its output: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the child", e);
        }
    }

    @Override
    public void close() {
        AtExit.forget(this);
        kill();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
