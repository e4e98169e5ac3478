package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.angus.mail.pop3.POP3Message;

/** RETR and TOP: small mails into memory, large ones into a spool file. */
final class Pop3Bodies {
    private static final int HEADER_LIMIT = 1 << 18;
    private final MailServer server;
    private final Spool spool;

    Pop3Bodies(MailServer server, Spool spool) {
        this.server = server;
        this.spool = spool;
    }

    void fetch(MailHead head, Message message, MailboxSession.Bodies bodies) throws ConnectionFailed {
        try {
            bodies.body(head, head.size() > Spool.THRESHOLD ? large(message) : small(head, message));
        } catch (FolderClosedException broken) {
            throw Trouble.with(server, broken);
        } catch (MessagingException refused) {
            bodies.refused(head, "the server refused RETR: " + Trouble.words(refused));
        } catch (IOException full) {
            throw new UncheckedIOException("the spool cannot be written", full);
        }
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

    private static Body small(MailHead head, Message message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) head.size() + 512);
        message.writeTo(bytes);
        return Body.of(bytes.toByteArray());
    }

    private Body large(Message message) throws MessagingException, IOException {
        Path file = spool.newFile();
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
        } catch (MessagingException | IOException failure) {
            Spool.delete(file);
            throw failure;
        }
        return Body.of(file);
    }
}
