package dev.serai.dispatch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/**
 * A connection whose other end may not talk without end: what it says to one command has at most 256 KiB and 15 minutes.
 */
final class AnswerSocket extends WriteTimeoutSocket {
    private static final long MOST_OCTETS = 256 * 1024;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private long left = MOST_OCTETS;
    private long since = System.nanoTime();

    AnswerSocket(Socket connected, Duration writeTimeout, ScheduledExecutorService timer) throws IOException {
        super(connected, (int) writeTimeout.toMillis(), timer);
    }

    /** A command goes out; from now on its answer counts. */
    synchronized void asked() {
        left = MOST_OCTETS;
        since = System.nanoTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                heard(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int octets = super.read(buffer, offset, length);
                heard(octets);
                return octets;
            }
        };
    }

    private synchronized void heard(int octets) throws IOException {
        left -= Math.max(0, octets);
        if (left < 0) {
            throw new IOException("the server says more than " + MOST_OCTETS + " octets to one command");
        }
        if (System.nanoTime() - since > LONGEST.toNanos()) {
            throw new SocketTimeoutException("the server talks for longer than " + LONGEST.toMinutes() + " minutes");
        }
    }
}
