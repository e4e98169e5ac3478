package dev.serai.dispatch;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail answers (RFC 5322 section 3.6.4): In-Reply-To is the parent's Message-ID; References are the parent's
 * references, else its In-Reply-To, and its Message-ID. Of more than twenty the first and the newest nineteen are kept.
 * A mail that is passed on, or that tells of one, answers nothing: it has References only. Before all of them stands the thread's anchor: it is there when a relay gave the mail another Message-ID.
 */
record Lineage(@Nullable String inReplyTo, List<String> references) {
    private static final int MOST = 20;
    private static final Pattern IDENTIFIER = Pattern.compile("<[!-;=?-~]{1,250}>");

    static Lineage of(@Nullable Interaction parent, OutboundDraft draft, String anchor) {
        if (parent == null || draft.kind() == OutboundDraft.Kind.NEW) {
            return new Lineage(null, List.of(anchor));
        }
        Content content = parent.content();
        Set<String> all = new LinkedHashSet<>();
        if (content.references().isEmpty()) {
            add(all, content.inReplyTo());
        }
        content.references().forEach(id -> add(all, id));
        add(all, content.messageId());
        String answered = content.messageId();
        all.remove(anchor);
        List<String> references = new ArrayList<>(List.of(anchor));
        references.addAll(bounded(all));
        boolean answerable = answers(draft)
                && answered != null
                && IDENTIFIER.matcher(answered).matches();
        return new Lineage(answerable ? answered : null, List.copyOf(references));
    }

    private static boolean answers(OutboundDraft draft) {
        return draft.passing() == null && draft.kind() != OutboundDraft.Kind.NOTIFICATION;
    }

    /** The newest last; one that stood earlier too moves there. */
    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null && IDENTIFIER.matcher(id).matches()) {
            ids.remove(id);
            ids.add(id);
        }
    }

    private static List<String> bounded(Set<String> ids) {
        List<String> all = new ArrayList<>(ids);
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        List<String> kept = new ArrayList<>(all.subList(0, 1));
        kept.addAll(all.subList(all.size() - (MOST - 1), all.size()));
        return List.copyOf(kept);
    }
}
