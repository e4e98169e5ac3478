package dev.serai.interaction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a client wrote or a strategy wants sent, before it is an outbound interaction.
 *
 * @param kind reply, acknowledgement, autoresponse, notification, forward, invite, redirect or new
 * @param text the plain body; always there
 * @param html the same for those who show HTML
 * @param response the standard response it was made from
 * @param language BCP 47 tag of its text
 * @param passing how it passes on what it is about; null where it does not
 * @param quote whether the mail that it answers is quoted below
 */
public record OutboundDraft(
        Kind kind,
        List<Party> to,
        List<Party> cc,
        List<Party> bcc,
        String subject,
        String text,
        @Nullable String html,
        List<Attached> attachments,
        @Nullable String response,
        @Nullable String language,
        @Nullable Passing passing,
        boolean quote) {

    /** One that passes nothing on and quotes nothing by itself. */
    public OutboundDraft(
            Kind kind,
            List<Party> to,
            List<Party> cc,
            List<Party> bcc,
            String subject,
            String text,
            @Nullable String html,
            List<Attached> attachments,
            @Nullable String response,
            @Nullable String language) {
        this(kind, to, cc, bcc, subject, text, html, attachments, response, language, null, false);
    }

    /** One that quotes nothing by itself. */
    public OutboundDraft(
            Kind kind,
            List<Party> to,
            List<Party> cc,
            List<Party> bcc,
            String subject,
            String text,
            @Nullable String html,
            List<Attached> attachments,
            @Nullable String response,
            @Nullable String language,
            @Nullable Passing passing) {
        this(kind, to, cc, bcc, subject, text, html, attachments, response, language, passing, false);
    }

    public OutboundDraft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    /** The same with other files. */
    public OutboundDraft with(List<Attached> files) {
        return new OutboundDraft(kind, to, cc, bcc, subject, text, html, files, response, language, passing, quote);
    }

    /**
     * A file that goes along.
     *
     * @param contentId by which the HTML shows it, without `cid:` and angle brackets; null for one that it does not show
     */
    public record Attached(
            String name,
            String contentType,
            long size,
            Source source,
            @Nullable String contentId) {
        /** One that stands beside the text. */
        public Attached(String name, String contentType, long size, Source source) {
            this(name, contentType, size, source, null);
        }

        /** The same, shown by the HTML. */
        public Attached shownAs(String id) {
            return new Attached(name, contentType, size, source, id);
        }

        public static Attached of(String name, String contentType, byte[] bytes) {
            return new Attached(name, contentType, bytes.length, () -> new ByteArrayInputStream(bytes));
        }
    }

    /** Where a file's bytes come from; may be opened several times. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** Why a mail goes out, with the subtype that its interaction gets. */
    public enum Kind {
        REPLY("reply", "OutboundReply", false),
        ACKNOWLEDGEMENT("acknowledgement", "OutboundAcknowledgement", true),
        AUTORESPONSE("autoresponse", "OutboundAutoResponse", true),
        NOTIFICATION("notification", "OutboundNotification", true),
        FORWARD("forward", "OutboundForward", false),
        /** A forward whose answer is wanted. */
        INVITE("invite", "OutboundCollaborationInvite", false),
        REDIRECT("redirect", "OutboundRedirect", false),
        NEW("new", "OutboundNew", false);

        private final String word;
        private final String subtype;
        private final boolean automatic;

        Kind(String word, String subtype, boolean automatic) {
            this.word = word;
            this.subtype = subtype;
            this.automatic = automatic;
        }

        /** True for the subtype of mail that is an automatic answer. */
        public static boolean isAutomaticAnswer(String subtype) {
            return Stream.of(values()).anyMatch(kind -> kind.isAutomaticAnswer() && kind.subtype.equals(subtype));
        }

        /** The kind of mail of a subtype; empty when no mail has it. */
        public static Optional<Kind> find(String subtype) {
            return Stream.of(values())
                    .filter(kind -> kind.subtype.equals(subtype))
                    .findFirst();
        }

        /** True for the subtype of mail that no person wrote. */
        public static boolean isAutomatic(String subtype) {
            return Stream.of(values()).anyMatch(kind -> kind.automatic && kind.subtype.equals(subtype));
        }

        public String word() {
            return word;
        }

        public String subtype() {
            return subtype;
        }

        /** True when no person wrote it: it is marked `Auto-Submitted` (RFC 3834, section 5). */
        public boolean isAutomatic() {
            return automatic;
        }

        /** True when it is automatic and answers a mail, so that a program may answer it in turn. */
        public boolean isAutomaticAnswer() {
            return automatic && this != NOTIFICATION;
        }
    }
}
