package dev.serai.transform.smime;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.mime.ContentSource;
import dev.serai.mime.FileNames;
import dev.serai.mime.MimeReader;
import dev.serai.transform.TransformContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Opens what can be opened in one mail, and notes the rest. */
final class Unwrapper {
    private static final String NESTED = "message/rfc822";

    /** How many are opened in one mail. */
    private static final int MOST = 200;

    private final SmimeConfig config;
    private final MimeReader reader;
    private final MailMessage message;
    private final Merger merger;
    private final Set<String> seen = new HashSet<>();
    private int opened;
    private long left;

    Unwrapper(SmimeConfig config, TransformContext context, MailMessage message) {
        this.config = config;
        this.reader = context.reader();
        this.message = message;
        this.merger = new Merger(message, context);
        this.left = context.scratch().most();
    }

    void run() throws IOException {
        notePgp();
        all(message.attachments(), 1);
    }

    MailMessage message() {
        return merger.message();
    }

    /** What was done, as a sentence. */
    String summary() {
        return opened == 0
                ? "Noted a signature or encryption."
                : "Opened " + opened + (opened == 1 ? " signed or compressed part." : " signed or compressed parts.");
    }

    private void notePgp() throws IOException {
        if (InlinePgp.isSigned(message.text())) {
            merger.note("The text is signed with PGP; the signature was not verified.");
        }
        String encrypted = InlinePgp.encrypted(message.text());
        if (!encrypted.isEmpty()) {
            merger.note("The text is encrypted with PGP; it cannot be read without the key.");
            byte[] bytes = encrypted.getBytes(StandardCharsets.UTF_8);
            merger.file("encrypted.asc", CryptoTypes.PGP_ENCRYPTED, bytes.length, Content.of(bytes));
        }
    }

    private void all(List<Attachment> attachments, int depth) throws IOException {
        for (Attachment one : attachments) {
            if (CryptoTypes.isPgpEncrypted(one)) {
                merger.note("The mail is encrypted with PGP; it cannot be read without the key.");
            } else if (CryptoTypes.isMessage(one)) {
                open(one, depth);
            } else if (CryptoTypes.isSignature(one)) {
                signature(one);
            }
        }
    }

    /** A signature beside what it signs (RFC 1847). */
    private void signature(Attachment one) throws IOException {
        if (one.contentType().equals("application/pgp-signature")) {
            merger.note("The mail is signed with PGP; the signature was not verified.");
        } else {
            signed(Cms.read(one.content(), config.maxSize()));
        }
    }

    private void open(Attachment one, int depth) throws IOException {
        if (depth > config.depth()) {
            merger.note("Signed mails stand within each other deeper than " + config.depth()
                    + " levels; the rest stays closed.");
            return;
        }
        if (seen.contains(one.sha256())) {
            return;
        }
        if (seen.size() >= MOST || left <= 0) {
            merger.note("Too much in the mail is signed or compressed; the rest stays closed.");
            return;
        }
        seen.add(one.sha256());
        long most = Math.min(left, config.maxSize());
        Cms cms = Cms.read(one.content(), most);
        left -= cms.size();
        describe(one, cms, most);
        Content content = cms.content();
        if (content != null && cms.size() > 0 && !cms.inner().needsKey()) {
            inside(one, cms, content, depth);
        }
    }

    private void describe(Attachment one, Cms cms, long most) {
        if (cms.type() == CmsType.SIGNED && cms.content() != null) {
            signed(cms);
        }
        if (cms.type().needsKey() || cms.inner().needsKey()) {
            merger.note("The mail is encrypted (S/MIME); it cannot be read without the key.");
        } else if (cms.tooLong()) {
            merger.note("A " + one.name() + " holds more than " + most + " bytes; it was not opened.");
        } else if (cms.damaged()) {
            merger.note("A " + one.name() + " is damaged; what could be read was taken.");
        } else if (cms.content() == null) {
            merger.note("A " + one.name() + " holds no mail; it was not opened.");
        }
    }

    private void signed(Cms cms) {
        String who = cms.signers().isEmpty() ? "" : " by " + String.join(", ", cms.signers());
        merger.note("The mail is signed (S/MIME)" + who + "; the signature was not verified.");
    }

    private void inside(Attachment outer, Cms cms, Content content, int depth) throws IOException {
        opened++;
        String name = innerName(outer);
        if (!EntityHead.isMime(content, !name.isEmpty())) {
            String given = FileNames.of(
                    name, FileNames.typeOf(name), message.attachments().size() + opened);
            merger.file(given, FileNames.typeOf(given), cms.size(), content);
            return;
        }
        MailMessage inner = take(content, cms.size()).orElse(null);
        if (inner != null) {
            all(inner.attachments(), depth + 1);
            nested(inner, depth + 1);
        }
    }

    /** A whole mail is signed so that its headers are protected (RFC 8551 section 3.1). */
    private void nested(MailMessage inner, int depth) throws IOException {
        List<Attachment> attachments = inner.attachments();
        if (depth <= config.depth() && inner.parts().size() == 1 && attachments.size() == 1) {
            Attachment only = attachments.get(0);
            if (only.contentType().equals(NESTED)) {
                MailMessage whole = take(only.content(), only.size()).orElse(null);
                all(whole == null ? List.of() : whole.attachments(), depth + 1);
            }
        }
    }

    private Optional<MailMessage> take(Content content, long size) throws IOException {
        try (ContentSource source = ContentSource.of(content, size)) {
            return merger.take(reader.readPart(source));
        }
    }

    /** The name of a signed file: {@code offer.pdf} of {@code offer.pdf.p7m}; empty for {@code smime.p7m}. */
    private static String innerName(Attachment outer) {
        String name = outer.name().toLowerCase(Locale.ROOT);
        String stem =
                name.endsWith(".p7m") || name.endsWith(".p7z") ? outer.name().substring(0, name.length() - 4) : "";
        return stem.lastIndexOf('.') > 0 ? stem : "";
    }
}
