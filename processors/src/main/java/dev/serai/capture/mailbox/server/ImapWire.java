package dev.serai.capture.mailbox.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;

/** The connection as Angus speaks on it: bytes to commands and answers, nothing that opens another one behind it. */
class ImapWire extends IMAPProtocol {
    private static final int LAST_WORDS = 2_000;
    private final @Nullable SocketChannel channel;

    ImapWire(String name, String host, int port, Properties settings, boolean tls, MailLogger logger)
            throws IOException, ProtocolException {
        super(name, host, port, settings, tls, logger);
        channel = getChannel();
    }

    /** What can be watched; also after the connection ended. */
    @Nullable
    SocketChannel channel() {
        return channel;
    }

    /** Waits two seconds at most for what the server still has to say. */
    void hurry() {
        try {
            if (channel != null) {
                channel.socket().setSoTimeout(LAST_WORDS);
            }
        } catch (IOException closed) {
            // Then there is nothing to wait for.
        }
    }

    /** Ends it from any thread, also from under one that reads: that one fails then. */
    void cut() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException closed) {
            // What cannot be closed is closed.
        }
    }
}
