package dev.serai.crash;

import dev.serai.app.TestInstance;
import dev.serai.command.Serai;
import dev.serai.testing.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** `serai run` in a JVM of its own, to be killed. */
final class HubProcess implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Pattern READY = Pattern.compile("serai: ready .*http://127\\.0\\.0\\.1:(\\d+)/.*");

    private final ChildJvm child;

    private HubProcess(ChildJvm child) {
        this.child = child;
    }

    static HubProcess start(Path instance, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dserai.checkout=" + TestInstance.checkout());
        return new HubProcess(ChildJvm.start(Serai.class, all, List.of("--home", instance.toString(), "run")));
    }

    /** Waits until it is ready and returns its HTTP port. */
    int awaitReady() {
        Matcher line = READY.matcher(child.awaitLine(READY.asMatchPredicate(), LONG));
        if (!line.matches()) {
            throw new AssertionError("no port in " + line);
        }
        return Integer.parseInt(line.group(1));
    }

    int awaitExit() {
        return child.awaitExit(LONG);
    }

    String output() {
        return child.output();
    }

    /** As `kill -9`, after a while. */
    void killAfter(Duration delay) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(child::kill);
    }

    ProcessHandle handle() {
        return child.handle();
    }

    /** As `kill -9`, now. */
    void kill() {
        child.kill();
    }

    /** As `kill`. */
    void terminate() {
        child.terminate();
    }

    @Override
    public void close() {
        child.close();
    }
}
