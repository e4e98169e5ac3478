package dev.serai.live;

import dev.serai.dispatch.Original;
import dev.serai.dispatch.TakenOver;
import dev.serai.intake.StoredAttachments;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.store.MadeTable;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The HTML and pictures of a stored mail: what transformers made of it at intake, else what its bytes say. */
final class StoredOriginal implements Original {
    private final Store store;
    private final StoredAttachments attachments;
    private final Interaction interaction;
    private @Nullable List<Attached> pictures;

    StoredOriginal(Store store, StoredAttachments attachments, Interaction interaction) {
        this.store = store;
        this.attachments = attachments;
        this.interaction = interaction;
    }

    @Override
    public String html() {
        try {
            Optional<StoredRaw> made = store.made(interaction.tenant(), interaction.id(), MadeTable.HTML);
            if (made.isPresent()) {
                try (InputStream in = made.get().open()) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            Optional<StoredRaw> mail = store.raw(interaction.tenant(), interaction.id());
            return mail.isEmpty() ? "" : html(new MimeReader().read(new StoredMail(mail.get())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the HTML of " + interaction.id() + " cannot be read", unreadable);
        }
    }

    private static String html(MailMessage message) {
        String html = message.html();
        return html == null ? "" : html;
    }

    /** Read once, and only where the HTML shows one. */
    @Override
    public List<Attached> pictures() {
        List<Attached> found = pictures;
        if (found == null) {
            found = read();
            pictures = found;
        }
        return found;
    }

    private List<Attached> read() {
        List<Attached> shown = new ArrayList<>();
        try {
            for (Attachment one : attachments.of(interaction)) {
                if (one.contentId() != null && one.contentType().startsWith("image/")) {
                    shown.add(TakenOver.of(one, one.name(), one.contentId()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the pictures of " + interaction.id() + " cannot be read", unreadable);
        }
        return shown;
    }
}
