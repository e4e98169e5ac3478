package dev.serai.rest;

import dev.serai.interaction.InteractionId;
import dev.serai.operation.Target;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventStream.Extent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param after position of the last one seen; null = none was
 * @param now only what comes from now on, where none was seen
 * @param types empty = all
 * @param interaction null = of everything
 * @param realm whose
 */
record EventQuery(
        @Nullable Long after,
        boolean now,
        Set<String> types,
        @Nullable Target interaction,
        Realm realm) {
    private static final String NOW = "now";

    /**
     * Reads it.
     *
     * @param owner whose an interaction is
     * @throws ApiException when a parameter is wrong
     */
    static EventQuery of(Query query, Realm realm, Function<InteractionId, String> owner) {
        boolean now = NOW.equals(query.text("after"));
        boolean given = query.text("after") != null && !now;
        return new EventQuery(
                given ? query.position("after") : null, now, types(query), interaction(query, owner), realm);
    }

    /** The same after the last event that the client had before its connection broke (HTML, section 9.2). */
    EventQuery resumed(@Nullable String lastEventId) {
        return lastEventId == null || !lastEventId.matches("\\d{1,18}")
                ? this
                : new EventQuery(Long.valueOf(lastEventId), false, types, interaction, realm);
    }

    /**
     * The position behind which it begins: without one, where the log is whole.
     *
     * @throws ApiException when events behind it may be deleted
     */
    long begin(Extent extent) {
        if (after == null) {
            return now ? extent.head() : extent.forgotten();
        }
        requireWhole(after, extent);
        return after;
    }

    /** The same of one interaction, whose timeline is always whole. */
    long beginOfOne(Extent extent) {
        if (after == null) {
            return now ? extent.head() : 0;
        }
        return after;
    }

    /** @throws ApiException when events behind a position may be deleted */
    static void requireWhole(long after, Extent extent) {
        if (after < extent.forgotten()) {
            throw new ApiException(
                    ProblemCode.GONE,
                    "events after position " + after + " are no longer all there: those up to position "
                            + extent.forgotten() + " may be deleted; begin again after=" + extent.forgotten()
                            + ", and read anew what you keep of older interactions");
        }
    }

    boolean wants(String tenant, String type, String subject) {
        return realm.has(tenant)
                && (types.isEmpty() || types.contains(type))
                && (interaction == null || interaction.id().value().equals(subject));
    }

    boolean wants(Event event) {
        return wants(event.tenant(), event.type(), event.subject());
    }

    private static @Nullable Target interaction(Query query, Function<InteractionId, String> owner) {
        String text = query.text("interaction");
        if (text == null) {
            return null;
        }
        try {
            InteractionId id = InteractionId.of(text);
            return new Target(owner.apply(id), id);
        } catch (IllegalArgumentException noId) {
            throw Query.invalid("interaction", "'" + text + "' is no interaction's id");
        }
    }

    private static Set<String> types(Query query) {
        String types = query.text("types");
        return types == null
                ? Set.of()
                : Arrays.stream(types.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }
}
