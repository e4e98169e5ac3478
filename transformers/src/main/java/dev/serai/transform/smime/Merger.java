package dev.serai.transform.smime;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.FileNames;
import dev.serai.mime.RawDigest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Puts the parts of an inner mail into the outer one; what is there already is not put there twice. */
final class Merger {
    private final MailMessageBuilder builder;
    private final Set<String> known = new HashSet<>();
    private String text;
    private boolean hasHtml;
    private int attachments;

    Merger(MailMessage message) {
        builder = message.toBuilder();
        text = message.text();
        hasHtml = message.html() != null;
        attachments = message.attachments().size();
        message.parts().forEach(part -> known.add(key(part.contentType(), part.sha256())));
    }

    void note(String sentence) {
        builder.addWarning(sentence);
    }

    MailMessage message() {
        return builder.build();
    }

    /** Takes text, HTML and attachments; the text stands behind what the outer mail says itself. */
    void take(MailMessage inner) {
        if (inner.parts().stream().allMatch(part -> known.contains(key(part.contentType(), part.sha256())))) {
            return;
        }
        boolean alone = text.isBlank() && !hasHtml;
        if (!inner.text().isBlank()) {
            text = text.isBlank() ? inner.text() : text.stripTrailing() + "\n\n" + inner.text();
            builder.text(text);
        }
        if (alone) {
            builder.html(inner.html());
            hasHtml = inner.html() != null;
        }
        for (MailPart part : inner.parts()) {
            known.add(key(part.contentType(), part.sha256()));
            if (part.role() == PartRole.ALTERNATIVE && !alone) {
                attach(part.as(PartRole.ATTACHMENT));
            } else {
                builder.addPart(part);
            }
        }
        inner.attachments().forEach(builder::addAttachment);
        attachments += inner.attachments().size();
        builder.addWarnings(inner.warnings());
    }

    /** A file that is no mail. */
    void file(String name, String contentType, long size, Content content) throws IOException {
        String digest = RawDigest.of(content);
        if (known.add(key(contentType, digest))) {
            builder.addPart(new MailPart(contentType, size, PartRole.ATTACHMENT, digest, content));
            builder.addAttachment(new Attachment(0, name, contentType, size, false, null, digest, content));
            attachments++;
        }
    }

    private void attach(MailPart part) {
        String name = FileNames.of(null, part.contentType(), attachments + 1);
        builder.addPart(part);
        builder.addAttachment(
                new Attachment(0, name, part.contentType(), part.size(), false, null, part.sha256(), part.content()));
        attachments++;
    }

    private static String key(String contentType, String sha256) {
        return contentType + ' ' + sha256;
    }
}
