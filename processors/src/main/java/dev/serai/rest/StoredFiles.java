package dev.serai.rest;

import dev.serai.dispatch.TakenOver;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.message.Attachment;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import dev.serai.operation.ReplyFile;
import dev.serai.operation.Target;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Attachments that a tenant's interactions have, to go along with a mail. */
record StoredFiles(StoredParts parts, String tenant) implements ReplyFile.Shelf {

    @Override
    public Attached get(ReplyFile.Stored wanted) {
        Target target = new Target(tenant, wanted.interaction());
        try {
            Attachment found = parts.attachment(target, wanted.number());
            String name = wanted.name() == null ? found.name() : wanted.name();
            return TakenOver.of(found, name, wanted.contentId());
        } catch (ApiException missing) {
            throw new RefusedException(
                    Refusal.field(Code.INVALID_REQUEST, "/attachments", String.valueOf(missing.getMessage())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an attachment cannot be read", unreadable);
        }
    }
}
