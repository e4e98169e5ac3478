package dev.serai.response;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that field codes read, of one interaction with its contact and the agent who answers.
 *
 * @param dateCreated when the interaction came
 * @param timeZone in which dates are written
 * @param fields the values known; a missing one is empty
 * @param attachedData the user data by key
 */
public record ResponseContext(
        Instant dateCreated, ZoneId timeZone, Map<Field, String> fields, Map<String, String> attachedData) {

    public ResponseContext {
        fields = Map.copyOf(fields);
        attachedData = Map.copyOf(attachedData);
    }

    /** A context without values. */
    public static ResponseContext at(Instant dateCreated, ZoneId timeZone) {
        return new ResponseContext(dateCreated, timeZone, Map.of(), Map.of());
    }

    /** This context with one more value; null leaves the field empty. */
    public ResponseContext with(Field field, @Nullable String value) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(fields);
        more.put(field, value == null ? "" : value);
        return new ResponseContext(dateCreated, timeZone, more, attachedData);
    }

    /** This context for what came at another time. */
    public ResponseContext at(Instant created) {
        return new ResponseContext(created, timeZone, fields, attachedData);
    }

    /** This context with this user data. */
    public ResponseContext withAttachedData(Map<String, String> data) {
        return new ResponseContext(dateCreated, timeZone, fields, data);
    }

    /** The text of a field; a full name is made of its parts where it is not given. */
    String text(Field field) {
        String given = fields.getOrDefault(field, "");
        if (!given.isBlank()) {
            return given;
        }
        return switch (field) {
            case CONTACT_FULL_NAME -> joined(Field.CONTACT_FIRST_NAME, Field.CONTACT_LAST_NAME);
            case AGENT_FULL_NAME -> joined(Field.AGENT_FIRST_NAME, Field.AGENT_LAST_NAME);
            default -> "";
        };
    }

    private String joined(Field first, Field last) {
        return (fields.getOrDefault(first, "").strip() + " "
                        + fields.getOrDefault(last, "").strip())
                .strip();
    }
}
