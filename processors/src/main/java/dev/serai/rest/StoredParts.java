package dev.serai.rest;

import dev.serai.intake.StoredAttachments;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Interaction;
import dev.serai.message.Attachment;
import dev.serai.mime.MimeReader;
import dev.serai.operation.Target;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds the bytes behind an interaction: the mail as it came or as transformers wrote it, and its attachments. Attachments
 * are what intake recorded, whatever the transformers would make of the mail today.
 */
final class StoredParts {
    private final RestDependencies hub;
    private final InteractionApi interactions;
    private final MimeReader reader = new MimeReader();
    private final StoredAttachments stored;

    StoredParts(RestDependencies hub, InteractionApi interactions) {
        this.hub = hub;
        this.interactions = interactions;
        this.stored = new StoredAttachments(hub.store());
    }

    /**
     * The mail.
     *
     * @throws ApiException when there is no such interaction, or it has not got this form
     */
    StoredRaw raw(Target target, MailForm form) {
        interactions.load(target);
        return form.of(hub.store(), target)
                .orElseThrow(() -> new ApiException(
                        ProblemCode.NOT_FOUND, "interaction '" + target.id() + "' has no " + form.words()));
    }

    /**
     * An attachment; its content is read from the database whenever it is opened.
     *
     * @param number from 1
     * @throws ApiException when there is none of that number
     */
    Attachment attachment(Target target, int number) throws IOException {
        Interaction interaction = interactions.load(target);
        List<AttachmentInfo> attachments = interaction.content().attachments();
        if (attachments.isEmpty()) {
            return unread(target, number);
        }
        if (number < 1 || number > attachments.size()) {
            throw none(target, number, attachments.size());
        }
        return stored.find(interaction, number)
                .orElseThrow(() -> new ApiException(
                        ProblemCode.NOT_FOUND,
                        "the bytes of attachment " + number + " of interaction '" + target.id()
                                + "' are not in its mail"));
    }

    /** Of a mail that intake has not read, or could not: as it came. */
    private Attachment unread(Target target, int number) throws IOException {
        Optional<StoredRaw> mail = hub.store().raw(target.tenant(), target.id());
        List<Attachment> found = mail.isEmpty()
                ? List.of()
                : reader.read(new StoredMail(mail.get())).attachments();
        if (number < 1 || number > found.size()) {
            throw none(target, number, found.size());
        }
        return found.get(number - 1);
    }

    private static ApiException none(Target target, int number, int there) {
        return new ApiException(
                ProblemCode.NOT_FOUND,
                "interaction '" + target.id() + "' has no attachment " + number + "; it has " + there);
    }
}
