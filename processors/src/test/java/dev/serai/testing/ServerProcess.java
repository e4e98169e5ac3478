package dev.serai.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server's process, its output in a log file. It ends with {@link #stop()} and, since the kernel sends it a signal
 * when its parent thread dies, with a JVM that was killed.
 */
final class ServerProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final long STOP_LIMIT_SECONDS = 10;

    /** The parent of all servers; it lives as long as the JVM, as the threads of single tests do not. */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "test-servers");
        thread.setDaemon(true);
        return thread;
    });

    private final Process process;
    private final Path log;
    private final String stopSignal;

    private ServerProcess(Process process, Path log, String stopSignal) {
        this.process = process;
        this.log = log;
        this.stopSignal = stopSignal;
    }

    /** The process itself. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Starts the command and waits until it is ready. */
    static ServerProcess start(
            ServerAccount account, String stopSignal, Path log, List<String> command, BooleanSupplier ready)
            throws IOException {
        List<String> words = new ArrayList<>(account.prefix(stopSignal));
        words.addAll(command);
        ServerProcess server = new ServerProcess(launch(words, log), log, stopSignal);
        server.await(ready, command.get(0));
        return server;
    }

    /** Ends the server with its own signal. */
    void stop() {
        stop(stopSignal);
    }

    /** Ends the server and waits for its end; after ten seconds by force. */
    void stop(String signal) {
        try {
            if (process.isAlive()) {
                new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                        .start()
                        .waitFor();
            }
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Starts a child of the thread that lives as long as the JVM. */
    static Process launch(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return PARENT.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + command, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting " + command, e);
        }
    }

    private void await(BooleanSupplier ready, String name) {
        try {
            Awaitility.await()
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || ready.getAsBoolean());
        } catch (ConditionTimeoutException e) {
            stop();
            throw new AssertionError(name + " does not get ready; its log: " + output(), e);
        }
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended with " + process.exitValue() + "; its log: " + output());
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "unreadable " + log;
        }
    }
}
