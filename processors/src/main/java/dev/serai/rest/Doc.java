package dev.serai.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making: what is null or an empty list is left out. */
final class Doc {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Doc put(String name, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> list && list.isEmpty())) {
            fields.put(name, value);
        }
        return this;
    }

    /** A field that is there even as an empty list. */
    Doc always(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Doc putAll(Map<String, Object> more) {
        fields.putAll(more);
        return this;
    }

    Map<String, Object> map() {
        return fields;
    }
}
