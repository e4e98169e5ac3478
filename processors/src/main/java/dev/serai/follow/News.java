package dev.serai.follow;

import dev.serai.files.Notify.Kind;
import dev.serai.store.EventLog.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event means to the point of its interaction.
 *
 * @param standing how the interaction stood right after it, by the names of the JSON form
 * @param changed properties that have another value since
 * @param deleted properties that are there no more
 */
record News(Kind kind, Map<String, Object> standing, Map<String, Object> changed, List<String> deleted) {
    /** Properties that events of changes write under their own names; what else stands there explains the change. */
    private static final Set<String> PROPERTIES = Set.of("priority", "language");

    private static final Set<String> DONE = Set.of("completed", "answered");

    /** Empty when it is of no kind that is asked for. */
    static Optional<News> of(Event event, Set<Kind> kinds) {
        return kind(event, kinds).map(kind -> of(kind, event)).filter(News::tellsSomething);
    }

    private static Optional<Kind> kind(Event event, Set<Kind> kinds) {
        Kind kind = switch (event.type()) {
            case "serai.interaction.changed", "serai.interaction.decided" -> Kind.CHANGED;
            case "serai.interaction.placed" -> Kind.QUEUED;
            case "serai.interaction.assigned" -> Kind.ASSIGNED;
            case "serai.interaction.returned", "serai.interaction.lease-expired" -> Kind.RETURNED;
            case "serai.interaction.held" -> Kind.HELD;
            case "serai.interaction.resumed" -> Kind.RESUMED;
            case "serai.interaction.quarantined" -> Kind.QUARANTINED;
            case "serai.interaction.stopped" -> ended(event, kinds);
            default -> null;
        };
        return Optional.ofNullable(kind).filter(kinds::contains);
    }

    private static Kind ended(Event event, Set<Kind> kinds) {
        return kinds.contains(Kind.COMPLETED)
                        && DONE.contains(String.valueOf(event.data().get("stopReason")))
                ? Kind.COMPLETED
                : Kind.STOPPED;
    }

    private static News of(Kind kind, Event event) {
        Map<String, Object> changed = kind == Kind.CHANGED ? changed(event) : Map.of();
        List<String> deleted = kind == Kind.CHANGED ? deleted(event) : List.of();
        return new News(kind, standing(kind, event), changed, deleted);
    }

    private boolean tellsSomething() {
        return kind != Kind.CHANGED || !changed.isEmpty() || !deleted.isEmpty();
    }

    private static Map<String, Object> standing(Kind kind, Event event) {
        Map<String, Object> standing = new LinkedHashMap<>();
        String state = state(kind);
        if (state != null) {
            standing.put("state", state);
        }
        for (String name : List.of("queue", "priority", "assignedTo", "heldUntil", "stopReason")) {
            Object value = event.data().get(name);
            if (value != null) {
                standing.put(name, value);
            }
        }
        if (event.reason() != null) {
            standing.put("reason", event.reason());
        }
        return standing;
    }

    private static @Nullable String state(Kind kind) {
        return switch (kind) {
            case CHANGED -> null;
            case QUEUED, RETURNED, RESUMED -> "queued";
            case ASSIGNED -> "assigned";
            case HELD -> "held";
            case COMPLETED, STOPPED -> "stopped";
            case QUARANTINED -> "quarantined";
        };
    }

    private static Map<String, Object> changed(Event event) {
        Map<String, Object> changed = new LinkedHashMap<>();
        List<String> deleted = deleted(event);
        event.data().forEach((name, value) -> {
            if (PROPERTIES.contains(name) && !deleted.contains(name)) {
                changed.put(name, value);
            }
        });
        if (event.data().get("userData") instanceof Map<?, ?> userData) {
            userData.forEach((name, value) -> changed.putIfAbsent(String.valueOf(name), value));
        }
        return changed;
    }

    private static List<String> deleted(Event event) {
        List<String> deleted = new ArrayList<>();
        if (event.data().get("deleted") instanceof List<?> names) {
            names.forEach(name -> deleted.add(String.valueOf(name)));
        }
        return deleted;
    }
}
