package dev.serai.capture.mailbox.server;

import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** An IMAP server that is logged in to by a token, never in another way: Angus would try LOGIN with the token. */
final class TokenImapStore extends ImapStore {
    /** @param scheme {@code imap} or {@code imaps} */
    TokenImapStore(Session session, String scheme) {
        super(session, scheme);
    }

    @Override
    ImapWire newWire(String host, int port) throws IOException, ProtocolException {
        return new TokenImapProtocol(name, host, port, session.getProperties(), isSSL, logger);
    }

    @Override
    protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
        if (!protocol.hasCapability("AUTH=XOAUTH2")) {
            throw new ProtocolException("the server offers no login by token (AUTH=XOAUTH2)");
        }
    }
}
