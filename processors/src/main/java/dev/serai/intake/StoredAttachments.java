package dev.serai.intake;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailPart;
import dev.serai.mime.MimeReader;
import dev.serai.store.MadeTable;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the bytes of attachments: of those that intake recorded, whatever the transformers would make of the mail today.
 * Safe for several threads.
 */
public final class StoredAttachments {
    /** Mails whose parts are remembered: who asks for one mostly asks for the next one too. */
    private static final int REMEMBERED = 32;

    private final Store store;
    private final MimeReader reader = new MimeReader();
    private final Map<Known, List<MailPart>> known = new LinkedHashMap<>(64, 0.75f, true);

    public StoredAttachments(Store store) {
        this.store = store;
    }

    /**
     * All that a mail has; each is read from the database whenever it is opened.
     *
     * @throws IOException when the mail cannot be read
     */
    public List<Attachment> of(Interaction interaction) throws IOException {
        List<AttachmentInfo> recorded = interaction.content().attachments();
        List<Attachment> found = new java.util.ArrayList<>();
        for (int number = 1; number <= recorded.size(); number++) {
            find(interaction, number).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * One of those that were recorded; empty when its bytes are not in the mail.
     *
     * @param number from 1 to as many as there are
     */
    public Optional<Attachment> find(Interaction interaction, int number) throws IOException {
        AttachmentInfo info = interaction.content().attachments().get(number - 1);
        return content(interaction, number, info)
                .map(content -> new Attachment(
                        number - 1,
                        info.name(),
                        info.contentType(),
                        info.size(),
                        info.inline(),
                        info.contentId(),
                        info.sha256(),
                        content));
    }

    private Optional<Content> content(Interaction interaction, int number, AttachmentInfo info) throws IOException {
        Optional<StoredRaw> made = store.made(interaction.tenant(), interaction.id(), number);
        if (made.isPresent()) {
            return Optional.of(made.get()::open);
        }
        for (boolean received : new boolean[] {true, false}) {
            Optional<Content> found = within(interaction, received, info);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The part of the mail that has these bytes, or the mail itself where it is its own attachment. */
    private Optional<Content> within(Interaction interaction, boolean received, AttachmentInfo info)
            throws IOException {
        Optional<StoredRaw> mail = received
                ? store.received(interaction.tenant(), interaction.id())
                : store.made(interaction.tenant(), interaction.id(), MadeTable.MAIL);
        if (mail.isEmpty()) {
            return Optional.empty();
        }
        if (mail.get().sha256().equals(info.sha256())) {
            return Optional.of(mail.get()::open);
        }
        return parts(new Known(interaction.id(), interaction.version(), received), mail.get()).stream()
                .filter(part -> part.sha256().equals(info.sha256()) && part.size() == info.size())
                .findFirst()
                .map(MailPart::content);
    }

    /** What a mail consists of; it never changes. */
    private record Known(InteractionId id, long version, boolean received) {}

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
