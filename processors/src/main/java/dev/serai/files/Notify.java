package dev.serai.files;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a capture point is told of its own interactions when somebody else changed them.
 *
 * @param kinds empty = nothing
 * @param form of a notification about an interaction that the point never operated in a form of its own
 */
public record Notify(Set<Kind> kinds, Form form) {
    /** Points are told nothing unless their files say so. */
    public static final Notify NONE = new Notify(Set.of(), Form.JSON);

    /** One kind of change, named by the word of the notification. */
    public enum Kind {
        /** Properties changed. */
        CHANGED,
        /** It was placed in a queue. */
        QUEUED,
        /** A client took it. */
        ASSIGNED,
        /** A client gave it back, or its lease ran out. */
        RETURNED,
        /** It was put on hold. */
        HELD,
        /** It is no longer on hold. */
        RESUMED,
        /** It ended because its work was done: by the reason completed or answered. */
        COMPLETED,
        /** It ended, by whatever reason where {@link #COMPLETED} is not asked for. */
        STOPPED,
        /** The hub could not process it. */
        QUARANTINED;

        /** As it is written in files and notifications. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The form of a document. */
    public enum Form {
        JSON,
        XML
    }

    public Notify {
        kinds = Set.copyOf(kinds);
    }

    /** Whether anything is told at all. */
    public boolean isOn() {
        return !kinds.isEmpty();
    }

    /**
     * Kinds by their words, or `all` or `none` alone.
     *
     * @throws IllegalArgumentException naming the word that is none of them
     */
    static Set<Kind> kinds(List<String> words) {
        if (words.isEmpty() || words.equals(List.of("none"))) {
            return Set.of();
        }
        if (words.equals(List.of("all"))) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        words.forEach(word -> kinds.add(Choices.of(Kind.class, word)));
        return kinds;
    }
}
