package dev.serai.dispatch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the process alive. */
final class DaemonThreads {
    private DaemonThreads() {}

    static ScheduledExecutorService scheduled(int size, String name) {
        return Executors.newScheduledThreadPool(size, named(name));
    }

    static ExecutorService asNeeded(String name) {
        return Executors.newCachedThreadPool(named(name));
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
