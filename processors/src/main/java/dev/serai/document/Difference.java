package dev.serai.document;

import dev.serai.interaction.Interaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change changed; user data by its own keys.
 *
 * @param changed new values
 * @param deleted names that have none now
 */
record Difference(Map<String, Object> changed, List<String> deleted) {
    /** What every change changes. */
    private static final Set<String> ALWAYS = Set.of(Property.VERSION.json());

    static Difference between(Interaction before, Interaction now) {
        Map<String, Object> old = flat(before);
        Map<String, Object> fresh = flat(now);
        Map<String, Object> changed = new LinkedHashMap<>();
        fresh.forEach((name, value) -> {
            if (!value.equals(old.get(name)) && !ALWAYS.contains(name)) {
                changed.put(name, value);
            }
        });
        List<String> deleted = new ArrayList<>(old.keySet());
        deleted.removeAll(fresh.keySet());
        return new Difference(changed, deleted);
    }

    private static Map<String, Object> flat(Interaction interaction) {
        Map<String, Object> properties = new LinkedHashMap<>(Properties.all(interaction));
        if (properties.remove(Properties.USER_DATA) instanceof Map<?, ?> userData) {
            userData.forEach((name, value) -> properties.putIfAbsent(String.valueOf(name), value));
        }
        return properties;
    }
}
