package dev.serai.dispatch;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.interaction.Passing;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a mail without the header lines that are the account's: From and Reply-To are put in front when it is sent. Bcc
 * is never written. Automatic mail is marked by RFC 3834 section 5; `Precedence`, which that section advises against, is
 * not written.
 */
final class MailComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private MailComposer() {}

    static void write(Letter letter, List<AttachedFile> files, OutputStream out)
            throws IOException, MessagingException {
        FixedMessage message = new FixedMessage(letter.messageId());
        head(message, letter);
        content(message, letter.body(), files);
        message.saveChanges();
        message.writeTo(out);
    }

    /** RFC 5322, section 3.3. */
    static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private static void head(MimeMessage message, Letter letter) throws MessagingException {
        message.setHeader("Date", date(letter.at()));
        recipients(message, "To", letter.to());
        recipients(message, "Cc", letter.cc());
        message.setHeader("Subject", HeaderText.folded("Subject", letter.subject()));
        if (letter.lineage().inReplyTo() != null) {
            message.setHeader("In-Reply-To", letter.lineage().inReplyTo());
        }
        if (!letter.lineage().references().isEmpty()) {
            message.setHeader(
                    "References", String.join("\r\n ", letter.lineage().references()));
        }
        if (letter.language() != null) {
            message.setHeader("Content-Language", letter.language());
        }
        mark(message, letter.kind());
        if (letter.passing() != null) {
            mark(message, letter.passing());
        }
    }

    /** No field where there are none: RFC 5322 section 3.4 has no empty list, and section 3.6 needs no destination. */
    private static void recipients(MimeMessage message, String field, List<Party> parties) throws MessagingException {
        if (!parties.isEmpty()) {
            message.setHeader(field, Addresses.header(field, parties));
        }
    }

    private static void mark(MimeMessage message, OutboundDraft.Kind kind) throws MessagingException {
        if (kind.isAutomatic()) {
            boolean answer = kind != OutboundDraft.Kind.NOTIFICATION;
            message.setHeader("Auto-Submitted", answer ? "auto-replied" : "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
    }

    /** Answered by people, and told of when it cannot be delivered: only what answers by itself is asked to be silent. */
    private static void mark(MimeMessage message, Passing passing) throws MessagingException {
        if (passing.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
        message.setHeader(Passing.HOPS, String.valueOf(passing.hops()));
    }

    private static void content(MimeMessage message, Body body, List<AttachedFile> files) throws MessagingException {
        List<AttachedFile> shown = files.stream().filter(AttachedFile::isShown).toList();
        List<AttachedFile> beside =
                files.stream().filter(file -> !file.isShown()).toList();
        if (beside.isEmpty()) {
            text(message, body, shown);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart first = new MimeBodyPart();
        text(first, body, shown);
        mixed.addBodyPart(first);
        for (AttachedFile file : beside) {
            mixed.addBodyPart(file.part());
        }
        message.setContent(mixed);
    }

    /** HTML and the pictures that it shows are one alternative (RFC 2387). */
    private static void text(Part part, Body body, List<AttachedFile> shown) throws MessagingException {
        if (body.html() == null) {
            part.setContent(lines(body.text()), "text/plain; charset=UTF-8");
            return;
        }
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(leaf(body.text(), "plain"));
        alternative.addBodyPart(shown.isEmpty() ? leaf(body.html(), "html") : related(body.html(), shown));
        part.setContent(alternative);
    }

    private static MimeBodyPart related(String html, List<AttachedFile> shown) throws MessagingException {
        MimeMultipart related = new MimeMultipart("related; type=\"text/html\"");
        related.addBodyPart(leaf(html, "html"));
        for (AttachedFile file : shown) {
            related.addBodyPart(file.part());
        }
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(related);
        return part;
    }

    private static MimeBodyPart leaf(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(lines(text), "text/" + subtype + "; charset=UTF-8");
        return part;
    }

    /** Line ends as on the wire, whatever the writer's. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    /** A message whose Message-ID is given, not made. */
    private static final class FixedMessage extends MimeMessage {
        private final String id;

        FixedMessage(String id) {
            super((Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
