package dev.serai.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * The account's header lines and the stored mail behind them, streamed; never in memory as a whole. The transport makes
 * the line ends CR LF and stuffs dots.
 */
final class OutgoingMessage extends SMTPMessage {
    private final DispatchJob job;
    private boolean unreadable;

    /**
     * @param sized whether the server wants to know the size with MAIL (RFC 1870)
     * @param eightBit whether it takes lines of eight bits (RFC 6152), as mail that is passed on may have
     */
    OutgoingMessage(Session session, DispatchJob job, boolean sized, boolean eightBit) throws MessagingException {
        super(session);
        this.job = job;
        setEnvelopeFrom(job.sender().isEmpty() ? "<>" : job.sender());
        setSendPartial(true);
        String said = (sized ? " SIZE=" + job.octets() : "") + (eightBit ? " BODY=8BITMIME" : "");
        if (!said.isEmpty()) {
            setMailExtension(said.strip());
        }
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(job.header().getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = job.raw().open()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                out.write(buffer, 0, n);
            }
        }
    }

    /** Whether the stored mail could not be read to its end, so that the final dot was never said. */
    boolean wasUnreadable() {
        return unreadable;
    }

    private int read(InputStream in, byte[] buffer) throws IOException {
        try {
            return in.read(buffer);
        } catch (RuntimeException storeAway) {
            unreadable = true;
            throw new IOException("the stored mail cannot be read: " + storeAway.getMessage(), storeAway);
        }
    }
}
