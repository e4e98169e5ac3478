package dev.serai.testing;

import java.util.stream.IntStream;

/**
 * Where a {@link Dovecot} listens on 127.0.0.1.
 *
 * @param imap plain, with STARTTLS where TLS is on
 * @param imaps TLS from the first byte
 * @param pop3 plain, with STLS where TLS is on
 * @param pop3s TLS from the first byte
 */
public record DovecotPorts(int imap, int imaps, int pop3, int pop3s) {
    static DovecotPorts free() {
        return new DovecotPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    boolean open() {
        return Ports.open(imap) && Ports.open(pop3);
    }

    boolean closed() {
        return IntStream.of(imap, imaps, pop3, pop3s).noneMatch(Ports::open);
    }
}
