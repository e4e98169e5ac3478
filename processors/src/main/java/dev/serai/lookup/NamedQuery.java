package dev.serai.lookup;

import dev.serai.files.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query of {@code sql/queries/<name>.sql}.
 *
 * @param sql with a question mark for each parameter
 * @param parameters their names in the order of the question marks; a name may stand there several times
 * @param places where each name stands first
 */
public record NamedQuery(String name, String path, String sql, List<String> parameters, Map<String, Place> places) {
    public NamedQuery {
        parameters = List.copyOf(parameters);
        places = Map.copyOf(places);
    }

    /** The names, each once. */
    public Set<String> names() {
        return places.keySet();
    }
}
