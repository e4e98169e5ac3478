package dev.serai.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in the opposite order. */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> stack = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        stack.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!stack.isEmpty()) {
            try {
                stack.pop().close();
            } catch (Exception failure) {
                LOG.warn("a part did not stop cleanly reason={}", HubException.words(failure));
            }
        }
    }
}
