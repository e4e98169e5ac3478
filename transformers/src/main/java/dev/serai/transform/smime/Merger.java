package dev.serai.transform.smime;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.FileNames;
import dev.serai.mime.RawDigest;
import dev.serai.text.JoinedText;
import dev.serai.transform.ScratchBytes;
import dev.serai.transform.TransformContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the parts of an inner mail into the outer one; what is there already is not put there twice. What is put there
 * lies in the scratch: nothing of what was unwrapped is needed any more.
 */
final class Merger {
    /** Parts of one mail, those that it came with among them. */
    private static final int MOST_PARTS = 2000;

    private final TransformContext context;
    private final MailMessageBuilder builder;
    private final Set<String> known = new HashSet<>();
    private final JoinedText text;
    private int parts;
    private boolean hasHtml;
    private int attachments;

    Merger(MailMessage message, TransformContext context) {
        this.context = context;
        builder = message.toBuilder();
        text = new JoinedText(message.text(), context.reader().longestText());
        parts = message.parts().size();
        hasHtml = message.html() != null;
        attachments = message.attachments().size();
        message.parts().forEach(part -> known.add(key(part.contentType(), part.sha256())));
    }

    void note(String sentence) {
        builder.addWarning(sentence);
    }

    MailMessage message() {
        return builder.text(text.toString()).build();
    }

    /**
     * Takes text, HTML and attachments; the text stands behind what the outer mail says itself.
     *
     * @return what was read, with parts that can be read on; nothing when there is no room for it
     */
    Optional<MailMessage> take(MailMessage inner) throws IOException {
        if (inner.parts().stream().allMatch(part -> known.contains(key(part.contentType(), part.sha256())))) {
            return Optional.of(inner);
        }
        long bytes = inner.parts().stream().mapToLong(MailPart::size).sum();
        if (!hasRoom(bytes, inner.parts().size())) {
            return Optional.empty();
        }
        MailMessage kept = context.kept(inner);
        merge(kept);
        return Optional.of(kept);
    }

    private boolean hasRoom(long bytes, int count) {
        if (bytes > context.scratch().left() || parts + count > MOST_PARTS) {
            note("What is signed or compressed is more than may be made of one mail ("
                    + context.scratch().most() + " bytes, " + MOST_PARTS + " parts); the rest stays closed.");
            return false;
        }
        parts += count;
        return true;
    }

    private void merge(MailMessage inner) {
        boolean alone = text.isBlank() && !hasHtml;
        if (!inner.text().isBlank() && !text.add(inner.text())) {
            note(
                    "The texts of the mail are long; of what is signed or compressed only the start was added to the text.");
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
        if (!known.contains(key(contentType, digest)) && hasRoom(size, 1)) {
            known.add(key(contentType, digest));
            ScratchBytes kept;
            try (InputStream in = content.open()) {
                kept = context.scratch().copy(in);
            }
            builder.addPart(new MailPart(contentType, size, PartRole.ATTACHMENT, digest, kept));
            builder.addAttachment(new Attachment(0, name, contentType, size, false, null, digest, kept));
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
