package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server seen from afar: a relay on 127.0.0.1 that delays both directions and counts what goes through it. */
public final class FarServer implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Duration delay;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private volatile boolean silent;

    private FarServer(int target, Duration delay) throws IOException {
        this.target = target;
        this.delay = delay;
        door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    /** Before a server on 127.0.0.1. */
    public static FarServer before(int port, Duration delay) {
        try {
            FarServer relay = new FarServer(port, delay);
            start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How often the client spoke after the server: each is a round trip that the client waited for. */
    public int turns() {
        return turns.get();
    }

    /** What clients sent, chunk by chunk. */
    public List<String> said() {
        return said;
    }

    /** Connections that are open now. */
    public int open() {
        return open.get();
    }

    /** The most connections that were open at one time. */
    public int most() {
        return most.get();
    }

    /** Connections ever. */
    public int all() {
        return all.get();
    }

    /** From now on nothing passes on the connections that are open, and nobody is told: as when a firewall forgets them. */
    public void forgetConnections() {
        silent = true;
    }

    /** New connections pass again; those that were forgotten do not. */
    public void remember() {
        sockets.clear();
        silent = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                relay(door.accept());
            } catch (IOException closed) {
                // Closed, or the server is away: the client sees its connection end.
            }
        }
    }

    private void relay(Socket client) throws IOException {
        try {
            Socket server = new Socket("127.0.0.1", target);
            Relayed relayed = new Relayed(client, server);
            sockets.add(client);
            sockets.add(server);
            all.incrementAndGet();
            int now = open.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            start(() -> relayed.pump(client, server, true));
            start(() -> relayed.pump(server, client, false));
        } catch (IOException away) {
            client.close();
        }
    }

    private final class Relayed {
        private final Socket client;
        private final Socket server;
        private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor(FarServer::daemon);
        private boolean serverSpoke;
        private boolean ended;

        private Relayed(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        private void pump(Socket from, Socket to, boolean byClient) {
            byte[] chunk = new byte[1 << 16];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                    byte[] copy = java.util.Arrays.copyOf(chunk, length);
                    spoken(byClient, copy);
                    late.schedule(() -> write(copy, out, from), delay.toNanos(), TimeUnit.NANOSECONDS);
                }
                late.schedule(this::end, delay.toNanos(), TimeUnit.NANOSECONDS);
            } catch (IOException | java.util.concurrent.RejectedExecutionException broken) {
                end();
            }
        }

        private synchronized void spoken(boolean byClient, byte[] chunk) {
            if (byClient) {
                said.add(new String(chunk, ISO_8859_1));
                if (serverSpoke) {
                    turns.incrementAndGet();
                }
            }
            serverSpoke = !byClient;
        }

        private void write(byte[] chunk, OutputStream out, Socket from) {
            if (silent || !sockets.contains(from)) {
                return;
            }
            try {
                out.write(chunk);
                out.flush();
            } catch (IOException broken) {
                end();
            }
        }

        private synchronized void end() {
            if (ended) {
                return;
            }
            ended = true;
            open.decrementAndGet();
            late.shutdown();
            for (Socket socket : List.of(client, server)) {
                sockets.remove(socket);
                try {
                    socket.close();
                } catch (IOException closed) {
                    // What cannot be closed is closed.
                }
            }
        }
    }

    private static void start(Runnable work) {
        daemon(work).start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "far-server");
        thread.setDaemon(true);
        return thread;
    }
}
