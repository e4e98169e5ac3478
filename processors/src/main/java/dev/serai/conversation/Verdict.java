package dev.serai.conversation;

import dev.serai.store.ThreadMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which thread a mail belongs to, and why.
 *
 * @param parent what it answers; null where it begins a thread of its own
 * @param because why it joined, in words; empty where it did not
 * @param suggestions threads that it points to and did not join
 * @param ignored tokens that nobody of ours signed
 * @param awaited Message-IDs that it answers, of mails that are not here yet
 */
public record Verdict(
        @Nullable ThreadMember parent,
        String because,
        List<Suggestion> suggestions,
        List<String> ignored,
        List<String> awaited) {

    /** User data: the thread that a mail points to and did not join. */
    public static final String SUGGESTED = "SuggestedThread";

    public Verdict {
        suggestions = List.copyOf(suggestions);
        ignored = List.copyOf(ignored);
        awaited = List.copyOf(awaited);
    }

    /** A mail that nothing was asked about. */
    public static final Verdict NONE = new Verdict(null, "", List.of(), List.of(), List.of());

    /**
     * A thread that a person may find it belongs to.
     *
     * @param member what the mail points to
     * @param although why it points there, and why it did not join
     */
    public record Suggestion(ThreadMember member, String although) {
        Map<String, String> told() {
            return Map.of(
                    "thread",
                    member.threadId().value(),
                    "interaction",
                    member.id().value(),
                    "although",
                    although);
        }
    }

    /** What it answers, where it joined. */
    public Optional<ThreadMember> joined() {
        return Optional.ofNullable(parent);
    }

    /** For the timeline; empty where there is nothing to tell. */
    public Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        if (parent != null) {
            told.put("joined", parent.threadId().value());
            told.put("parent", parent.id().value());
            told.put("because", because);
        } else if (!suggestions.isEmpty()) {
            told.put("suggestions", suggestions.stream().map(Suggestion::told).toList());
        }
        if (!ignored.isEmpty()) {
            told.put("ignored", ignored);
        }
        if (parent == null && !awaited.isEmpty()) {
            told.put("awaits", awaited);
        }
        return told;
    }
}
