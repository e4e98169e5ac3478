package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an interaction waits in its present placement.
 *
 * @param times how often it waited in all, this one included
 * @param until what for; null where this placement is no wait
 * @param woken what ended the wait before its time, or came while a strategy was deciding; null where nothing did
 */
public record Wait(
        int times, @Nullable Until until, @Nullable Woken woken) {
    /** It never waited. */
    public static final Wait NONE = new Wait(0, null, null);

    /** What it waits for. */
    public enum Until {
        TIME,
        /** A mail in its thread, or a time if that is earlier. */
        REPLY;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Until of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What joined the thread. */
    public enum How {
        REPLY,
        /** What was sent could not be delivered: nobody will answer it. */
        FAILURE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static How of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** @param by the interaction that joined */
    public record Woken(How how, InteractionId by) {}

    /** A placement that is a wait. */
    public Wait begin(Until what) {
        return new Wait(times + 1, what, null);
    }

    /** A placement that is none. */
    public Wait over() {
        return new Wait(times, null, null);
    }

    public Wait woken(@Nullable Woken what) {
        return new Wait(times, until, what);
    }

    /** Why it goes on: time, reply or failure; empty where this placement was no wait. */
    public String reason() {
        if (until == null) {
            return "";
        }
        return woken == null ? Until.TIME.word() : woken.how().word();
    }
}
