package dev.serai.capture.mailbox.server;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.InetAddress;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** Logs in as Angus does, and gives out the one connection that it logged in on; a second one it refuses. */
class ImapStore extends IMAPStore {
    private final TlsSockets sockets;
    private @Nullable ImapWire wire;

    /** @param scheme {@code imap}, or {@code imaps} for TLS from the first byte */
    ImapStore(Session session, String scheme) {
        super(session, new URLName(scheme, null, -1, null, null, null), scheme, scheme.equals("imaps"));
        sockets = TlsSockets.in(session.getProperties(), "mail." + scheme);
    }

    /** The connection, after the login. */
    ImapWire wire() {
        ImapWire here = wire;
        if (here == null) {
            throw new IllegalStateException("not connected");
        }
        return here;
    }

    /** Logs out; a server that does not answer is not waited for. */
    void leave() {
        if (wire != null) {
            wire.hurry();
        }
        try {
            close();
        } catch (MessagingException | RuntimeException gone) {
            // What cannot be closed is closed.
        }
    }

    /** Breaks the connection, so that closing does not wait for a server that says nothing. */
    void cut() {
        if (wire != null) {
            wire.cut();
        }
    }

    @Override
    protected synchronized boolean protocolConnect(String host, int port, String user, String password)
            throws MessagingException {
        boolean connected = false;
        try {
            connected = super.protocolConnect(host, port, user, password);
            return connected;
        } finally {
            if (!connected) {
                sockets.close();
            }
        }
    }

    @Override
    protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
        if (wire != null) {
            throw new ProtocolException("a mailbox has one connection");
        }
        // A channel whose host is not known would stay open, so the name is looked up first.
        InetAddress.getByName(host);
        ImapWire fresh = newWire(host, port);
        wire = fresh;
        return fresh;
    }

    ImapWire newWire(String host, int port) throws IOException, ProtocolException {
        return new ImapWire(name, host, port, session.getProperties(), isSSL, logger);
    }
}
