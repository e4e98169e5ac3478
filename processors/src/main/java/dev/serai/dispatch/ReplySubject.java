package dev.serai.dispatch;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The subject of an outbound mail: what the draft says, else the parent's with one `Re:` or `Fwd:` in front. */
final class ReplySubject {
    // possessive, all of them: a loop that may go back keeps each round on the stack, and strangers write subjects
    /** `Re:` in the languages that people's programs write it in (RFC 5322 section 3.6.5 knows the first only). */
    private static final Pattern REPLY =
            Pattern.compile("(?i)^\\s*((re|aw|antw|sv|vs|rif|rv|odp|ynt)(\\[\\d+])?\\s*:\\s*)++");

    /** Of a stranger's subject, as many characters as a client may give. */
    private static final int LONGEST = 998;

    private static final Pattern FORWARD = Pattern.compile("(?i)^\\s*((fwd?|wg|tr)\\s*:\\s*)++");
    private static final Pattern REPEATED = Pattern.compile("(?i)^\\s*(re\\s*:\\s*){2,}+");

    private ReplySubject() {}

    static String of(@Nullable Interaction parent, OutboundDraft draft) {
        String own = draft.subject().strip();
        if (!own.isEmpty() || parent == null) {
            return REPEATED.matcher(own).replaceFirst("Re: ");
        }
        String theirs = parent.content().subject();
        String subject = CleanText.clipped(Fields.joined(theirs), LONGEST);
        return draft.kind() == Kind.FORWARD || draft.kind() == Kind.INVITE
                ? "Fwd: " + FORWARD.matcher(subject).replaceFirst("")
                : "Re: " + REPLY.matcher(subject).replaceFirst("");
    }
}
