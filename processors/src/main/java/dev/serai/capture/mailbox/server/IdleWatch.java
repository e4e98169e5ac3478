package dev.serai.capture.mailbox.server;

import dev.serai.threads.Endurance;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One thread for all connections that are in IDLE. It tells when there is something to be read and never reads: half a
 * TLS record would hold up all others.
 */
final class IdleWatch implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private @Nullable Selector selector;

    private interface Order {
        void run(Selector selector) throws IOException;
    }

    /** Watches a connection in blocking mode; nobody else may touch it until {@link Watched#end} or the news. */
    Watched watch(SocketChannel channel, Runnable news) throws IOException {
        Selector running = running();
        Watched watched = new Watched(channel, news);
        orders.add(watched::begin);
        running.wakeup();
        return watched;
    }

    /** One connection under watch. */
    final class Watched {
        private final SocketChannel channel;
        private final Runnable news;
        private final CompletableFuture<Boolean> free = new CompletableFuture<>();
        private @Nullable SelectionKey key;

        private Watched(SocketChannel channel, Runnable news) {
            this.channel = channel;
            this.news = news;
        }

        /** Returns when the connection is in blocking mode again and can be used; told or not. */
        void end() throws IOException {
            if (!free.isDone()) {
                orders.add(this::leave);
                wakeup();
            }
            try {
                free.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stopped);
            } catch (ExecutionException | TimeoutException failed) {
                throw new IOException("the connection did not come back from IDLE", failed);
            }
        }

        private void begin(Selector all) {
            try {
                channel.configureBlocking(false);
                key = channel.register(all, SelectionKey.OP_READ, this);
            } catch (IOException | RuntimeException closed) {
                free.completeExceptionally(closed);
                news.run();
            }
        }

        private void leave(Selector all) throws IOException {
            SelectionKey registered = key;
            if (registered != null && !free.isDone()) {
                registered.cancel();
                all.selectNow();
                release();
            }
        }

        private void release() {
            try {
                channel.configureBlocking(true);
                free.complete(true);
            } catch (IOException | RuntimeException closed) {
                free.completeExceptionally(closed);
            }
        }
    }

    @Override
    public synchronized void close() {
        Selector running = selector;
        selector = null;
        if (running != null) {
            orders.add(Selector::close);
            running.wakeup();
        }
    }

    private synchronized void wakeup() {
        if (selector != null) {
            selector.wakeup();
        }
    }

    private synchronized Selector running() throws IOException {
        Selector running = selector;
        if (running == null) {
            Selector fresh = Selector.open();
            running = fresh;
            selector = fresh;
            Thread thread = new Thread(() -> run(fresh), "serai-mailbox-idle");
            thread.setDaemon(true);
            thread.start();
        }
        return running;
    }

    private void run(Selector all) {
        Endurance.loop("watching mailboxes", all::isOpen, () -> {
            all.select();
            for (Order order = orders.poll(); order != null; order = orders.poll()) {
                order.run(all);
            }
            if (all.isOpen()) {
                tell(all);
            }
        });
    }

    private static void tell(Selector all) throws IOException {
        List<Watched> readable = new ArrayList<>();
        for (SelectionKey key : all.selectedKeys()) {
            if (key.isValid()) {
                key.cancel();
                readable.add((Watched) key.attachment());
            }
        }
        all.selectedKeys().clear();
        if (!readable.isEmpty()) {
            all.selectNow();
            readable.forEach(Watched::release);
            readable.forEach(watched -> watched.news.run());
        }
    }
}
