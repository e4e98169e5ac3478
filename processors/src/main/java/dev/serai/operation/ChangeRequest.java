package dev.serai.operation;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396) of an interaction: what is absent stays, null takes away.
 *
 * @param language BCP 47 tag; meant only when `setsLanguage`
 * @param userData by key; null takes a key away
 */
public record ChangeRequest(
        @Nullable Integer priority,
        boolean setsLanguage,
        @Nullable String language,
        Map<String, @Nullable Object> userData) {
    private static final Set<String> BY_OPERATION = Set.of("queue", "state");

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown, fixed or wrong, with a JSON pointer to each
     */
    public static ChangeRequest read(JsonFields fields) {
        for (String name : BY_OPERATION) {
            if (fields.mentions(name)) {
                fields.fault(name, "is changed by an operation (move, hold, resume, stop), not by PATCH");
            }
        }
        ChangeRequest request = new ChangeRequest(
                fields.number("priority", 0, 100),
                fields.mentions("language"),
                fields.value("language", SubmitWords::language),
                UserDataFields.read(fields));
        fields.finish();
        return request;
    }
}
