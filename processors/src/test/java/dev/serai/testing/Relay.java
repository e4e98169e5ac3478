package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server on this machine, and writes down what the client says. */
public final class Relay implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final int most;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Socket> swallowed = new CopyOnWriteArrayList<>();

    private Relay(int target, int most) throws IOException {
        this.target = target;
        this.most = most;
        this.listener = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** @param target the server's port */
    public static Relay to(int target) {
        return taking(Integer.MAX_VALUE, target);
    }

    /** Relays so many connections; further ones are taken and never answered, as by a host that swallows packets. */
    public static Relay taking(int most, int target) {
        try {
            return new Relay(target, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Lines that clients said so far, in the order of their ends. */
    public List<String> lines() {
        return lines;
    }

    /** How many connections were taken and not answered. */
    public int swallowed() {
        return swallowed.size();
    }

    private void accept() {
        for (int taken = 0; !listener.isClosed(); taken++) {
            try {
                Socket client = listener.accept();
                if (taken >= most) {
                    swallowed.add(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                daemon(() -> copy(client, server, true));
                daemon(() -> copy(server, client, false));
            } catch (IOException over) {
                continue;
            }
        }
    }

    private void copy(Socket from, Socket to, boolean noted) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; noted && i < n; i++) {
                    note(buffer[i], line);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException over) {
            return;
        }
    }

    private void note(byte octet, ByteArrayOutputStream line) {
        if (octet == '\n') {
            lines.add(line.toString(ISO_8859_1).strip());
            line.reset();
        } else {
            line.write(octet);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket client : swallowed) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
