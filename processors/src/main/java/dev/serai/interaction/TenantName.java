package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a tenant: lower-case kebab of at most 64 characters. */
public record TenantName(@JsonValue String value) implements Comparable<TenantName> {
    /** Who is always there: of it is what names no tenant. */
    public static final TenantName DEFAULT = new TenantName("default");

    public TenantName {
        Names.requireKebab("tenant", value);
    }

    /** @throws IllegalArgumentException when it is not lower-case kebab */
    @JsonCreator
    public static TenantName of(String value) {
        return new TenantName(value);
    }

    /** Whether it is the one that is always there. */
    public boolean isDefault() {
        return equals(DEFAULT);
    }

    @Override
    public int compareTo(TenantName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
