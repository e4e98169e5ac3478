package dev.serai.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What decision code wants. Immutable: {@code Decision.place("vip").priority(80).because("gold customer")}.
 */
public final class Decision {
    private final Ending ending;
    private final String target;
    private final @Nullable Instant until;
    private final @Nullable Integer priority;
    private final String because;
    private final Map<String, Object> data;
    private final List<Reply> replies;

    /** How the strategy's run ends. */
    public enum Ending {
        /** Not at all: its next step follows. */
        NONE,
        /** In a queue. */
        PLACE,
        /** Held. */
        HOLD,
        /** Done. */
        STOP,
        /** An outbound mail goes to the dispatcher. */
        SEND
    }

    /**
     * An automatic reply, sent where automatic mail may answer.
     *
     * @param response the standard response by its name without language
     * @param acknowledgement or else an automatic answer
     */
    public record Reply(String response, boolean acknowledgement) {}

    private Decision(
            Ending ending,
            String target,
            @Nullable Instant until,
            @Nullable Integer priority,
            String because,
            Map<String, Object> data,
            List<Reply> replies) {
        this.ending = ending;
        this.target = target;
        this.until = until;
        this.priority = priority;
        this.because = because;
        this.data = data;
        this.replies = replies;
    }

    /** No ending: the strategy's next step follows. */
    public static Decision goOn() {
        return of(Ending.NONE, "", null);
    }

    /** It waits in a queue of {@code config/queues/}. */
    public static Decision place(String queue) {
        return of(Ending.PLACE, Objects.requireNonNull(queue, "queue"), null);
    }

    /** It is held until somebody resumes it. */
    public static Decision hold() {
        return of(Ending.HOLD, "", null);
    }

    /** It is held until a time, such as {@code interaction.now().plus(…)}. */
    public static Decision holdUntil(Instant until) {
        return of(Ending.HOLD, "", Objects.requireNonNull(until, "until"));
    }

    /** It is held for so long. */
    public static Decision holdFor(Duration time, Interaction interaction) {
        return holdUntil(interaction.now().plus(time));
    }

    /** It is done; reasons as for {@code stop-action}, such as {@code completed}, {@code spam} or {@code x-…}. */
    public static Decision stop(String reason) {
        return of(Ending.STOP, Objects.requireNonNull(reason, "reason"), null);
    }

    /** An outbound mail is handed to the dispatcher, by the account that its origin says. */
    public static Decision send() {
        return of(Ending.SEND, "", null);
    }

    private static Decision of(Ending ending, String target, @Nullable Instant until) {
        return new Decision(ending, target, until, null, "", Map.of(), List.of());
    }

    /** Why, in words; the timeline and {@code try} show it. */
    public Decision because(String words) {
        return new Decision(ending, target, until, priority, words, data, replies);
    }

    /** Sets the priority, within 0 to 100. */
    public Decision priority(int value) {
        return new Decision(ending, target, until, Math.max(0, Math.min(100, value)), because, data, replies);
    }

    /**
     * Attaches a value to the user data.
     *
     * @throws IllegalArgumentException unless it is a text, a number or a truth value
     */
    public Decision attach(String key, Object value) {
        if (!(value instanceof String) && !(value instanceof Number) && !(value instanceof Boolean)) {
            throw new IllegalArgumentException("user data '" + key + "' is a "
                    + value.getClass().getName() + ", expected a text, a number or a truth value");
        }
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(key, value);
        return new Decision(ending, target, until, priority, because, Collections.unmodifiableMap(more), replies);
    }

    /** Sets the category. */
    public Decision category(String name) {
        return attach("category", name);
    }

    /** Sends a standard response that says the mail has arrived. */
    public Decision acknowledge(String response) {
        return with(new Reply(response, true));
    }

    /** Sends a standard response that answers the mail. */
    public Decision autorespond(String response) {
        return with(new Reply(response, false));
    }

    private Decision with(Reply reply) {
        List<Reply> more = new ArrayList<>(replies);
        more.add(reply);
        return new Decision(ending, target, until, priority, because, data, List.copyOf(more));
    }

    public Ending ending() {
        return ending;
    }

    /** The queue of {@code place}, the reason of {@code stop}; else empty. */
    public String target() {
        return target;
    }

    /** The time of {@code holdUntil}. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    public OptionalInt priority() {
        return priority == null ? OptionalInt.empty() : OptionalInt.of(priority);
    }

    public String because() {
        return because;
    }

    /** What it attaches, in order. */
    public Map<String, Object> data() {
        return data;
    }

    public List<Reply> replies() {
        return replies;
    }

    /** For messages of tests. */
    @Override
    public String toString() {
        return ending + (target.isEmpty() ? "" : " " + target) + (because.isEmpty() ? "" : " because " + because);
    }
}
