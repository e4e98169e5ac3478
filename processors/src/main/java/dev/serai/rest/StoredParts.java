package dev.serai.rest;

import dev.serai.files.MailboxDefinition;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.message.Attachment;
import dev.serai.operation.Target;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the bytes behind an interaction: the original mail, and its attachments as the transformers left them. */
final class StoredParts {
    /** Mails whose attachments are remembered: who asks for one mostly asks for the next one too. */
    private static final int REMEMBERED = 32;

    private final RestDependencies hub;
    private final InteractionApi interactions;
    private final Map<Known, List<Attachment>> known = new LinkedHashMap<>(64, 0.75f, true);

    StoredParts(RestDependencies hub, InteractionApi interactions) {
        this.hub = hub;
        this.interactions = interactions;
    }

    /** @throws ApiException when there is no such interaction, or it has no raw bytes */
    StoredRaw raw(Target target) {
        interactions.load(target);
        return hub.store()
                .raw(target.tenant(), target.id())
                .orElseThrow(() ->
                        new ApiException(ProblemCode.NOT_FOUND, "interaction '" + target.id() + "' has no raw bytes"));
    }

    /**
     * An attachment; its content is read from the database whenever it is opened.
     *
     * @param number from 1
     * @throws ApiException when there is none of that number
     */
    Attachment attachment(Target target, int number) throws IOException {
        Interaction interaction = interactions.load(target);
        List<Attachment> attachments = attachments(target, interaction);
        if (number < 1 || number > attachments.size()) {
            throw new ApiException(
                    ProblemCode.NOT_FOUND,
                    "interaction '" + target.id() + "' has no attachment " + number + "; it has " + attachments.size());
        }
        return attachments.get(number - 1);
    }

    /** What a mail has by the transformers of a generation; neither ever changes. */
    private record Known(InteractionId id, String generation) {}

    private List<Attachment> attachments(Target target, Interaction interaction) throws IOException {
        Known key = new Known(target.id(), hub.config().get().generation().id());
        synchronized (known) {
            List<Attachment> before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        List<Attachment> found = hub.intake()
                .get()
                .transform(
                        new StoredMail(raw(target)),
                        mailbox(interaction.origin().capturePoint()))
                .message()
                .attachments();
        remember(key, found);
        return found;
    }

    private void remember(Known key, List<Attachment> attachments) {
        synchronized (known) {
            known.put(key, attachments);
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    private @Nullable MailboxDefinition mailbox(@Nullable PointName point) {
        return point == null
                ? null
                : hub.config().get().generation().mailboxes().get(point);
    }
}
