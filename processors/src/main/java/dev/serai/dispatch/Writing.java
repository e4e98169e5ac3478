package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Passing;
import dev.serai.response.ResponseContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts together what a mail says: the draft's text, a signature below what a person wrote, and the original where it is wanted. */
final class Writing {
    private final OutboundDraft draft;
    private final @Nullable AccountDefinition account;
    private final Wishes wishes;
    private final Instant now;

    Writing(OutboundDraft draft, @Nullable AccountDefinition account, Wishes wishes, Instant now) {
        this.draft = draft;
        this.account = account;
        this.wishes = wishes;
        this.now = now;
    }

    /** @param pictureName what names of the original's pictures begin with */
    Body body(@Nullable Interaction parent, String pictureName) {
        Body body = Body.of(draft.text(), draft.html());
        if (account != null && account.letters().textOnly()) {
            body = body.plain();
        } else {
            body = body.showing(Borrowed.pictures(draft, wishes.original()));
        }
        if (isWrittenByAPerson()) {
            body = wishes.stationery()
                    .signature(account, draft.language(), now)
                    .map(body::signed)
                    .orElse(body);
        }
        boolean inline = draft.passing() != null && draft.passing().form() == Passing.Form.INLINE;
        boolean quoted = inline || wishes.quote() || draft.quote();
        return parent == null || !quoted ? body : quoting(body, parent, pictureName, inline);
    }

    private boolean isWrittenByAPerson() {
        Passing passing = draft.passing();
        return !draft.kind().isAutomatic() && (passing == null || !passing.automatic());
    }

    private Body quoting(Body body, Interaction parent, String pictureName, boolean forward) {
        Stationery stationery = wishes.stationery();
        Quotation quotation = new Quotation(parent, wishes.original(), pictureName);
        ResponseContext plain = stationery.context().at(parent.origin().receivedAt());
        ResponseContext context = quotation.in(plain, body.html() != null);
        return stationery
                .quote(account, forward, draft.language(), context, now)
                .map(block -> body.with(
                        forward || block.prefix().isEmpty()
                                ? block.text()
                                : Quotation.prefixed(block.text(), block.prefix()),
                        Quotation.html(block),
                        quotation.pictures()))
                .orElse(body);
    }
}
