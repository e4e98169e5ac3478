package dev.serai.transform;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Takes the bytes of attachments that a transformer made while its deadline runs, so that nothing of it runs later: in
 * the scratch they lie as they will be stored, and their size and digest are what was really read.
 */
final class MadeParts {
    private final Set<Object> before = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Scratch scratch;

    MadeParts(MailMessage before, Scratch scratch) {
        before.attachments().forEach(attachment -> this.before.add(attachment.content()));
        before.parts().forEach(part -> this.before.add(part.content()));
        this.scratch = scratch;
    }

    TransformResult.Changed settle(TransformResult.Changed changed) throws IOException {
        List<Attachment> attachments = changed.message().attachments();
        if (attachments.stream().noneMatch(this::isMade)) {
            return changed;
        }
        MailMessageBuilder settled = changed.message().toBuilder().noAttachments();
        for (Attachment attachment : attachments) {
            settled.addAttachment(isMade(attachment) ? settled(attachment) : attachment);
        }
        return new TransformResult.Changed(settled.build(), changed.reason());
    }

    private boolean isMade(Attachment attachment) {
        return !before.contains(attachment.content()) && !(attachment.content() instanceof ScratchBytes);
    }

    private Attachment settled(Attachment made) throws IOException {
        try (InputStream in = made.content().open()) {
            ScratchBytes bytes = scratch.copy(in);
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
    }
}
