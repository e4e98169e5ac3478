package dev.serai.capture.sql;

import dev.serai.document.Document;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a point's database.
 *
 * @param key tells it, in the state in which it was read
 * @param versioned whether the database says which state that is
 * @param name what operators find it by
 * @param externalId of its interaction, as the row has it
 * @param document what it asks for
 * @param bound its columns that statements name, by folded name
 * @param size in characters, roughly
 */
record Row(
        String key,
        boolean versioned,
        String name,
        @Nullable String externalId,
        Document document,
        Map<String, Bound> bound,
        int size) {}
