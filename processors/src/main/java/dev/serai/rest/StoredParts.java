package dev.serai.rest;

import dev.serai.intake.StoredMail;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailPart;
import dev.serai.mime.MimeReader;
import dev.serai.operation.Target;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the bytes behind an interaction: the mail as it came or as transformers wrote it, and its attachments. Attachments
 * are what intake recorded, whatever the transformers would make of the mail today.
 */
final class StoredParts {
    /** Mails whose parts are remembered: who asks for one mostly asks for the next one too. */
    private static final int REMEMBERED = 32;

    private final RestDependencies hub;
    private final InteractionApi interactions;
    private final MimeReader reader = new MimeReader();
    private final Map<Known, List<MailPart>> known = new LinkedHashMap<>(64, 0.75f, true);

    StoredParts(RestDependencies hub, InteractionApi interactions) {
        this.hub = hub;
        this.interactions = interactions;
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
        AttachmentInfo info = attachments.get(number - 1);
        return new Attachment(
                number - 1,
                info.name(),
                info.contentType(),
                info.size(),
                info.inline(),
                info.contentId(),
                info.sha256(),
                content(target, interaction, number, info));
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

    private Content content(Target target, Interaction interaction, int number, AttachmentInfo info)
            throws IOException {
        Optional<StoredRaw> made = hub.store().made(target.tenant(), target.id(), number);
        if (made.isPresent()) {
            return made.get()::open;
        }
        for (MailForm form : MailForm.BY_LIKELIHOOD) {
            Optional<Content> found = within(target, interaction, form, info);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ApiException(
                ProblemCode.NOT_FOUND,
                "the bytes of attachment " + number + " of interaction '" + target.id() + "' are not in its mail");
    }

    /** The part of the mail that has these bytes, or the mail itself where it is its own attachment. */
    private Optional<Content> within(Target target, Interaction interaction, MailForm form, AttachmentInfo info)
            throws IOException {
        Optional<StoredRaw> mail = form.only(hub.store(), target);
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        if (mail.get().sha256().equals(info.sha256())) {
            return Optional.of(mail.get()::open);
        }
        return parts(new Known(target.id(), interaction.version(), form), mail.get()).stream()
                .filter(part -> part.sha256().equals(info.sha256()) && part.size() == info.size())
                .findFirst()
                .map(MailPart::content);
    }

    /** What a mail consists of; it never changes. */
    private record Known(InteractionId id, long version, MailForm form) {}

    private List<MailPart> parts(Known key, StoredRaw mail) throws IOException {
        synchronized (known) {
            List<MailPart> before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        List<MailPart> found = reader.read(new StoredMail(mail)).parts();
        synchronized (known) {
            known.put(key, found);
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return found;
    }
}
