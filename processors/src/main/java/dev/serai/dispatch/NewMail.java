package dev.serai.dispatch;

import dev.serai.files.TenantAddresses;
import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Passing;
import dev.serai.store.NewInteraction;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a new outbound mail says, and the interaction that it becomes.
 *
 * @param parent what it answers or passes on, as it was when the mail was composed; null for a new one
 */
record NewMail(@Nullable Interaction parent, OutboundDraft draft, Letter letter, List<AttachmentInfo> attachments) {

    /** @param answered the parent as it is now: it may have another contact and thread than when the mail was composed */
    NewInteraction interaction(
            InteractionId id,
            String tenant,
            @Nullable Interaction answered,
            @Nullable InteractionId contact,
            Map<String, Object> userData,
            Instant now) {
        Origin origin = new Origin(
                null,
                null,
                answered == null ? null : answered.id(),
                answered == null ? id : answered.origin().threadId(),
                "email",
                "Outbound",
                draft.kind().subtype(),
                letter.at(),
                now);
        return new NewInteraction(id, tenant, origin, content(), contact, draft.language(), userData);
    }

    /**
     * The parent's, unless somebody else gets that or is told of it; else the one of the first recipient that is none of
     * our own addresses.
     */
    @Nullable
    InteractionId contact(Tx tx, String tenant, @Nullable Interaction answered, TenantAddresses own) {
        boolean toOthers = draft.passing() != null || draft.kind() == OutboundDraft.Kind.NOTIFICATION;
        Contact known = answered == null || toOthers ? null : answered.contact();
        if (known != null) {
            return known.id();
        }
        return Stream.of(letter.to(), letter.cc(), letter.bcc())
                .flatMap(List::stream)
                .filter(party -> !own.contains(party.address()))
                .findFirst()
                .map(first -> tx.contacts()
                        .obtain(tenant, first.name(), first.address())
                        .id())
                .orElse(null);
    }

    private Content content() {
        Content original = parent != null && isResent() ? parent.content() : null;
        return new Content(
                original == null ? "message" : original.kind(),
                letter.subject(),
                original == null ? letter.from() : original.from(),
                letter.to(),
                letter.cc(),
                letter.bcc(),
                original == null ? List.of() : original.replyTo(),
                letter.messageId(),
                letter.lineage().inReplyTo(),
                letter.lineage().references(),
                letter.at().toString(),
                letter.body().text(),
                original == null ? newText() : null,
                "",
                attachments,
                null,
                true,
                "",
                List.of());
    }

    /** What was written for this mail, without signature and quotation; null where that is all of it. */
    private @Nullable String newText() {
        String written = CleanText.of(draft.text());
        return written.strip().equals(letter.body().text().strip()) ? null : written;
    }

    private boolean isResent() {
        Passing passing = draft.passing();
        return passing != null && passing.form() == Passing.Form.RESENT;
    }
}
