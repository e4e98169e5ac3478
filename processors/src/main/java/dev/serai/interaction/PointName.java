package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a capture point: lower-case kebab, unique among all points whatever their kind. */
public record PointName(@JsonValue String value) implements Comparable<PointName> {
    private static final String ACTOR = "point:";

    public PointName {
        Names.requireKebab("capture point", value);
    }

    @JsonCreator
    public static PointName of(String value) {
        return new PointName(value);
    }

    /** How events name the point as the one who did something: no key and no worker can be called so. */
    public String actor() {
        return ACTOR + value;
    }

    /** Whether an actor is a point. */
    public static boolean isActor(String actor) {
        return actor.startsWith(ACTOR);
    }

    /** The point that an actor is. */
    public static PointName ofActor(String actor) {
        return of(actor.substring(ACTOR.length()));
    }

    @Override
    public int compareTo(PointName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
