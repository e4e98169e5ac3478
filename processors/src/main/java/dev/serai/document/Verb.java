package dev.serai.document;

import dev.serai.document.Property.Use;
import dev.serai.operation.UserDataFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be asked for. */
enum Verb {
    SUBMIT,
    UPDATE,
    STOP,
    HOLD,
    RESUME,
    GETINFO,
    PING;

    private static final Set<Property> CHANGEABLE = Set.of(Property.PRIORITY, Property.LANGUAGE);

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    /** All words, for a sentence. */
    static String words() {
        return Arrays.stream(values()).map(Verb::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(Property property) {
        return switch (this) {
            case SUBMIT -> property.use() == Use.GIVEN;
            case UPDATE -> CHANGEABLE.contains(property) || UserDataFields.BUSINESS.contains(property.json());
            case HOLD -> property == Property.REASON || property == Property.UNTIL;
            case STOP, RESUME -> property == Property.REASON;
            case GETINFO, PING -> false;
        };
    }

    boolean takesUserData() {
        return this == SUBMIT || this == UPDATE;
    }

    /** Whether it names an interaction that is there already. */
    boolean namesOne() {
        return this != SUBMIT && this != PING;
    }

    String whyNot(Property property) {
        if (property.use() == Use.TOLD) {
            return "is set by the hub, not by a message";
        }
        if (this == UPDATE && property == Property.QUEUE) {
            return "update does not change the queue; POST /api/v1/interactions/{id}/move does";
        }
        return this == UPDATE && property.use() == Use.GIVEN
                ? "is fixed when the interaction is submitted"
                : "is nothing that " + word() + " takes";
    }
}
