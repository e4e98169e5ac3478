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

    Pop3Bodies(MailServer server, Spool spool) {
        this.server = server;
        this.spool = spool;
    }

    void fetch(MailHead head, Message message, MailboxSession.Bodies bodies) throws ConnectionFailed {
        Spill spill = new Spill(spool);
        try {
            retrieve(message, spill);
        } catch (MessagingException refused) {
            spill.discard();
            if (refused instanceof FolderClosedException) {
                throw Trouble.with(server, refused);
            }
            bodies.refused(head, "the server refused RETR: " + Trouble.words(refused));
            return;
        } catch (IOException broken) {
            spill.discard();
            throw Trouble.with(server, broken);
        } catch (RuntimeException full) {
            spill.discard();
            throw full;
        }
        bodies.body(head, spill.body());
    }

    /** Angus writes octet by octet. What the spool cannot take is no fault of the connection: Spill says it unchecked. */
    private static void retrieve(Message message, Spill spill) throws MessagingException, IOException {
        OutputStream out = new BufferedOutputStream(spill, BUFFER);
        message.writeTo(out);
        out.flush();
        spill.close();
    }

    byte[] header(Message message) throws ConnectionFailed {
        try (InputStream top = ((POP3Message) message).top(0)) {
            return top == null ? new byte[0] : top.readNBytes(HEADER_LIMIT);
        } catch (FolderClosedException broken) {
            throw Trouble.with(server, broken);
        } catch (MessagingException | IOException refused) {
            return new byte[0];
        }
    }
}
