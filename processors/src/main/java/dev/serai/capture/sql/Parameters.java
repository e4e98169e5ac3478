package dev.serai.capture.sql;

import dev.serai.document.Response;
import dev.serai.lookup.ColumnName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that statements may have parameters of, and their values; case and underscores do not matter. */
public final class Parameters {
    /** Of statements that read. */
    public static final Set<String> READING = Set.of("maxRows");

    /** What an answer tells, beside the columns of the row. */
    public static final Set<String> TOLD = Set.of(
            "interactionId",
            "externalId",
            "deliveryId",
            "response",
            "state",
            "queue",
            "priority",
            "assignedTo",
            "heldUntil",
            "stopReason");

    /** What a refusal tells, beside the columns of the row. */
    public static final Set<String> REFUSED =
            Set.of("interactionId", "externalId", "deliveryId", "response", "errorCode", "errorDescription");

    /** How parameters begin that are user data of the interaction. */
    public static final String USER_DATA = "userData.";

    private static final int LONGEST = 256;

    private Parameters() {}

    /** What a notification tells. */
    public static Set<String> news() {
        Set<String> names = new TreeSet<>(TOLD);
        names.addAll(Set.of("kind", "reason", "changed", "deleted"));
        names.remove("response");
        return names;
    }

    /** Whether a name is one of some, as statements write it. */
    public static boolean isOneOf(String name, Collection<String> names) {
        return names.stream().anyMatch(known -> key(known).equals(key(name)));
    }

    /** As values are kept; keys of user data are what they are. */
    static String key(String name) {
        return name.startsWith(USER_DATA) ? name : ColumnName.folded(name);
    }

    static Map<String, Bound> reading(int maxRows) {
        return Map.of(key("maxRows"), Bound.plain(maxRows));
    }

    /** What an answer tells of a row: its columns win over what the interaction is. */
    static Map<String, Bound> answer(Row row, Response response) {
        Map<String, Bound> values = new HashMap<>();
        response.properties().forEach((name, value) -> values.put(key(name), Bound.plain(value)));
        values.put(key("response"), Bound.text(response.operation()));
        values.putAll(row.bound());
        String externalId = response.reference().externalId();
        values.put(key("interactionId"), Bound.text(response.reference().id()));
        values.put(key("externalId"), Bound.text(externalId == null ? row.externalId() : externalId));
        values.put(key("deliveryId"), Bound.text(row.key()));
        values.put(key("errorCode"), Bound.text(response.code()));
        String description = response.description();
        values.put(key("errorDescription"), Bound.text(description == null ? null : cut(description)));
        return values;
    }

    /** At most 256 characters, none of them cut in two. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
