package dev.serai.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes what a failed test left open when the JVM ends, the youngest first. */
final class AtExit {
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "close-test-servers"));
    }

    private AtExit() {}

    static synchronized void close(AutoCloseable resource) {
        OPEN.push(resource);
    }

    static synchronized void forget(AutoCloseable resource) {
        OPEN.remove(resource);
    }

    private static synchronized @Nullable AutoCloseable next() {
        return OPEN.poll();
    }

    private static void closeAll() {
        for (AutoCloseable resource = next(); resource != null; resource = next()) {
            try {
                resource.close();
            } catch (Exception e) {
                e.printStackTrace();
            }
        }
    }
}
