package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.angus.mail.pop3.POP3Message;

/** RETR and TOP: small mails into memory, large ones into a spool file, whatever size the server said. */
final class Pop3Bodies {
    private static final int HEADER_LIMIT = 1 << 18;
    private static final int BUFFER = 1 << 14;
    private final MailServer server;
    private final Spool spool;
    private final Patience patience;

    Pop3Bodies(MailServer server, Spool spool, Patience patience) {
        this.server = server;
        this.spool = spool;
        this.patience = patience;
    }

    void fetch(MailHead head, Message message, MailboxSession.Bodies bodies) throws ConnectionFailed {
        Spill spill = new Spill(spool, Math.max(0, head.size()) + Spool.EXCESS, patience::cut);
        Body body = null;
        try {
            body = patience.until(() -> retrieved(message, spill));
        } catch (FolderClosedException broken) {
            throw spill.isOver() ? Trouble.excess(server, head.size()) : Trouble.with(server, broken);
        } catch (MessagingException refused) {
            bodies.refused(head, "the server refused RETR: " + Trouble.words(refused));
        } finally {
            if (body == null) {
                spill.discard();
            }
        }
        if (body != null) {
            bodies.body(head, body);
        }
    }

    /**
     * Angus writes octet by octet. What the spool cannot take is no fault of the connection: Spill says it unchecked.
     *
     * @throws FolderClosedException when the connection broke, or was cut for what came in excess
     */
    private static Body retrieved(Message message, Spill spill) throws MessagingException {
        try {
            OutputStream out = new BufferedOutputStream(spill, BUFFER);
            message.writeTo(out);
            out.flush();
        } catch (IOException broken) {
            throw new FolderClosedException(message.getFolder(), "broken off", broken);
        }
        spill.close();
        if (spill.isOver()) {
            throw new FolderClosedException(message.getFolder(), "cut");
        }
        return spill.body();
    }

    /** @return empty when the server gives none */
    byte[] header(Message message) throws ConnectionFailed {
        try {
            return patience.until(() -> top(message));
        } catch (FolderClosedException broken) {
            throw Trouble.with(server, broken);
        } catch (MessagingException refused) {
            return new byte[0];
        }
    }

    private static byte[] top(Message message) throws MessagingException {
        try (InputStream top = ((POP3Message) message).top(0)) {
            return top == null ? new byte[0] : top.readNBytes(HEADER_LIMIT);
        } catch (IOException refused) {
            throw new MessagingException("TOP failed", refused);
        }
    }
}
