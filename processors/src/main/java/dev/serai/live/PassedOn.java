package dev.serai.live;

import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.PreparedOutbound;
import dev.serai.dispatch.TakenOver;
import dev.serai.dispatch.Wishes;
import dev.serai.files.AccountDefinition;
import dev.serai.intake.StoredAttachments;
import dev.serai.intake.StoredMail;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Passing;
import dev.serai.message.Attachment;
import dev.serai.store.Store;
import dev.serai.store.StoredRaw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Composes mail that passes on what is stored: with its text, its files, or as it is. */
public final class PassedOn {
    private static final int LONGEST_NAME = 60;

    private final Store store;
    private final StoredAttachments attachments;

    public PassedOn(Store store) {
        this.store = store;
        this.attachments = new StoredAttachments(store);
    }

    /**
     * Composes a draft; one that passes nothing on as it is.
     *
     * @throws IllegalArgumentException when there is no mail to pass on, or an address is none
     */
    public PreparedOutbound compose(
            Outbox outbox, Interaction parent, OutboundDraft draft, AccountDefinition account, Wishes wishes) {
        Passing passing = draft.passing();
        Wishes about = wishes.about(new StoredOriginal(store, attachments, parent));
        if (passing == null) {
            return outbox.prepare(parent, draft, account, about);
        }
        return switch (passing.form()) {
            case INLINE -> outbox.prepare(parent, passing.files() ? withFiles(parent, draft) : draft, account, about);
            case ATTACHED -> outbox.prepare(parent, withOriginal(parent, draft), account, wishes);
            case RESENT -> outbox.resend(parent, draft, account, wishes, new StoredMail(original(parent)));
        };
    }

    private OutboundDraft withFiles(Interaction parent, OutboundDraft draft) {
        List<Attached> files = new ArrayList<>(draft.attachments());
        try {
            for (Attachment one : attachments.of(parent)) {
                files.add(TakenOver.of(one));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the attachments of " + parent.id() + " cannot be read", unreadable);
        }
        return draft.with(files);
    }

    private OutboundDraft withOriginal(Interaction parent, OutboundDraft draft) {
        StoredRaw mail = original(parent);
        List<Attached> files = new ArrayList<>(draft.attachments());
        files.add(new Attached(name(parent), "message/rfc822", mail.size(), mail::open));
        return draft.with(files);
    }

    private static String name(Interaction parent) {
        String subject = parent.content().subject();
        String words = subject == null
                ? ""
                : subject.replaceAll("[^\\p{L}\\p{N} ._-]+", " ").strip();
        return (words.isEmpty() ? "original" : words.substring(0, Math.min(LONGEST_NAME, words.length()))) + ".eml";
    }

    private StoredRaw original(Interaction parent) {
        return store.raw(parent.tenant(), parent.id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "interaction " + parent.id() + " has no mail that could be passed on as it is"));
    }
}
