package dev.serai.dispatch;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import dev.serai.text.NewText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What stays and what changes of an outbound mail that is composed anew. */
final class Revising {
    private Revising() {}

    static Letter letter(Interaction outbound, OutboundDraft changed, Instant at) {
        Content born = outbound.content();
        List<Party> to = Addresses.checked("to", changed.to());
        List<Party> cc = Addresses.checked("cc", changed.cc());
        List<Party> bcc = Addresses.checked("bcc", changed.bcc());
        if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
            throw new IllegalArgumentException("'to' is empty; expected at least one recipient in to, cc or bcc");
        }
        return new Letter(
                changed.kind(),
                Objects.requireNonNull(born.messageId(), "an outbound interaction has a Message-ID"),
                at,
                born.from(),
                to,
                cc,
                bcc,
                Fields.shown(Fields.oneLine("subject", changed.subject())),
                new Lineage(born.inReplyTo(), born.references()),
                changed.language(),
                Body.of(changed.text(), changed.html()),
                changed.passing());
    }

    /** As it was born, with what the letter changes. */
    static Content content(Content born, Letter letter, List<AttachedFile> files) {
        String text = letter.body().text();
        NewText parts = NewText.of(text);
        return new Content(
                born.kind(),
                letter.subject(),
                born.from(),
                letter.to(),
                letter.cc(),
                letter.bcc(),
                born.replyTo(),
                born.messageId(),
                born.inReplyTo(),
                born.references(),
                letter.at().toString(),
                text,
                parts.isWhole() ? null : parts.text(),
                born.headers(),
                files.stream().map(AttachedFile::info).toList(),
                born.bounce(),
                born.answerable(),
                born.answerableReason(),
                born.warnings());
    }
}
