package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a capture point: lower-case kebab, unique among all points whatever their kind. */
public record PointName(@JsonValue String value) implements Comparable<PointName> {

    public PointName {
        Names.requireKebab("capture point", value);
    }

    @JsonCreator
    public static PointName of(String value) {
        return new PointName(value);
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
