package dev.serai.dispatch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to a server that may have several addresses, of which some may be dead. */
final class Dial {
    private static final Logger LOG = LoggerFactory.getLogger(Dial.class);

    private final Names names;

    /** The addresses of a name, never none. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    Dial(Names names) {
        this.names = names;
    }

    /**
     * Tries one address after the other in the order of the resolver, each for its part of the time that is left.
     *
     * @param patience for all of them
     * @throws IOException why the last one could not be connected to
     */
    Socket connect(String host, int port, Duration patience) throws IOException {
        InetAddress[] all = names.of(host);
        long end = System.nanoTime() + patience.toNanos();
        for (int i = 0; i < all.length - 1; i++) {
            try {
                return connected(host, all[i], port, part(end, all.length - i));
            } catch (IOException dead) {
                LOG.debug("an address of a mail server does not answer, the next may reason={}", dead.getMessage());
            }
        }
        return connected(host, all[all.length - 1], port, part(end, 1));
    }

    /** Milliseconds, at least one, since none would be for ever. */
    private static int part(long end, int addresses) {
        return (int) Math.max(1, (end - System.nanoTime()) / addresses / 1_000_000);
    }

    private static Socket connected(String host, InetAddress address, int port, int millis) throws IOException {
        // The address keeps the name as written: Angus takes the name to check in STARTTLS from there.
        InetAddress named = InetAddress.getByAddress(host, address.getAddress());
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(named, port), millis);
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }
}
