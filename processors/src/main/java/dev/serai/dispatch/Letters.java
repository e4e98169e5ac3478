package dev.serai.dispatch;

import dev.serai.conversation.ThreadTokens;
import dev.serai.files.AccountDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes letters of drafts: everything is checked, and what the draft leaves open is chosen. */
final class Letters {
    /** In Message-IDs when no account is known; no name of this machine gets out. */
    private static final String NO_DOMAIN = "serai.invalid";

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*+");

    private final ThreadTokens tokens;

    /** @param tokens what signs Message-IDs */
    Letters(ThreadTokens tokens) {
        this.tokens = tokens;
    }

    /** @throws IllegalArgumentException naming the field that SMTP or a header does not take */
    Letter of(
            InteractionId id,
            @Nullable Interaction parent,
            OutboundDraft draft,
            @Nullable AccountDefinition account,
            Wishes wishes,
            Instant now) {
        List<Party> to = Addresses.checked("to", draft.to());
        List<Party> cc = Addresses.checked("cc", draft.cc());
        List<Party> bcc = Addresses.checked("bcc", draft.bcc());
        if (to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
            throw new IllegalArgumentException("'to' is empty; expected at least one recipient in to, cc or bcc");
        }
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        String domain = domain(account);
        InteractionId thread = parent == null ? id : parent.origin().threadId();
        return new Letter(
                draft.kind(),
                tokens.messageId(id, domain),
                at,
                account == null
                        ? null
                        : Sender.of(
                                account,
                                wishes.from(),
                                parent,
                                wishes.stationery().receivedBy()),
                to,
                cc,
                bcc,
                subject(id, parent, draft, account),
                Lineage.of(parent, draft, tokens.anchor(thread, domain)),
                language(draft),
                new Writing(draft, account, wishes, at).body(parent, id.value() + "@" + domain),
                draft.passing());
    }

    /** One that is sent again as it is. */
    Letter again(
            Interaction parent,
            OutboundDraft draft,
            InteractionId id,
            @Nullable AccountDefinition account,
            Instant now) {
        return Resending.letter(parent, draft, tokens.messageId(id, domain(account)), now);
    }

    private String subject(
            InteractionId id, @Nullable Interaction parent, OutboundDraft draft, @Nullable AccountDefinition account) {
        String subject = Fields.shown(ReplySubject.of(parent, subjectChecked(draft)));
        return account != null && account.tokens().subjectToken() ? tokens.subject(subject, id) : subject;
    }

    private static OutboundDraft subjectChecked(OutboundDraft draft) {
        Fields.oneLine("subject", draft.subject());
        return draft;
    }

    private static @Nullable String language(OutboundDraft draft) {
        String language = draft.language();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException(
                    "'language': '" + language + "' is no language tag; expected one such as de or pt-BR");
        }
        return language;
    }

    private static String domain(@Nullable AccountDefinition account) {
        return account == null
                ? NO_DOMAIN
                : Addresses.domain(Addresses.parse("from", account.from()).address());
    }
}
