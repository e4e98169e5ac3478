package dev.serai.transform;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the bytes of parts that a transformer made while its deadline runs, so that nothing of it runs later: in the
 * scratch they lie as they will be stored, and their size and digest are what was really read.
 */
final class MadeParts {
    private final Set<Object> before = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Content, ScratchBytes> taken = new IdentityHashMap<>();
    private final Scratch scratch;

    MadeParts(MailMessage before, Scratch scratch) {
        contents(before).forEach(this.before::add);
        this.scratch = scratch;
    }

    MailMessage settle(MailMessage message) throws IOException {
        if (contents(message).noneMatch(this::isMade)) {
            return message;
        }
        MailMessageBuilder settled = message.toBuilder().noAttachments().noParts();
        for (MailPart part : message.parts()) {
            settled.addPart(isMade(part.content()) ? settled(part) : part);
        }
        for (Attachment attachment : message.attachments()) {
            settled.addAttachment(isMade(attachment.content()) ? settled(attachment) : attachment);
        }
        return settled.build();
    }

    private static Stream<Content> contents(MailMessage message) {
        return Stream.concat(
                message.parts().stream().map(MailPart::content),
                message.attachments().stream().map(Attachment::content));
    }

    private boolean isMade(Content content) {
        return !before.contains(content) && !(content instanceof ScratchBytes);
    }

    private MailPart settled(MailPart made) throws IOException {
        ScratchBytes bytes = taken(made.content());
        return new MailPart(made.contentType(), bytes.size(), made.role(), bytes.sha256(), bytes);
    }

    private Attachment settled(Attachment made) throws IOException {
        ScratchBytes bytes = taken(made.content());
        return new Attachment(
                made.index(),
                made.name(),
                made.contentType(),
                bytes.size(),
                made.inline(),
                made.contentId(),
                bytes.sha256(),
                bytes);
    }

    /** An attachment and its part have the same content, which is taken once. */
    private ScratchBytes taken(Content content) throws IOException {
        ScratchBytes known = taken.get(content);
        if (known != null) {
            return known;
        }
        try (InputStream in = content.open()) {
            ScratchBytes bytes = scratch.copy(in);
            taken.put(content, bytes);
            return bytes;
        }
    }
}
