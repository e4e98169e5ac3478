package dev.serai.document;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Party;
import dev.serai.interaction.Standing;
import dev.serai.operation.UserDataFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an interaction is, as documents tell it: JSON scalars, people, and user data, by the names of the JSON form. */
final class Properties {
    static final String USER_DATA = "userData";

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Properties() {}

    /** Where it stands. */
    static Map<String, Object> brief(Interaction interaction) {
        Properties properties = new Properties();
        properties.standing(interaction.standing());
        return properties.values;
    }

    static Map<String, Object> all(Interaction interaction) {
        Properties properties = new Properties();
        properties.origin(interaction);
        properties.standing(interaction.standing());
        properties.more(interaction.standing());
        properties.content(interaction);
        Map<String, Object> userData = new TreeMap<>(interaction.userData());
        UserDataFields.BUSINESS.forEach(name -> properties.put(name, userData.remove(name)));
        if (!userData.isEmpty()) {
            properties.put(USER_DATA, userData);
        }
        return properties.values;
    }

    private void origin(Interaction interaction) {
        Origin origin = interaction.origin();
        put(Property.TENANT, interaction.tenant());
        put(Property.VERSION, interaction.version());
        put(Property.CAPTURE_POINT, origin.capturePoint());
        put(Property.PARENT_ID, origin.parentId());
        put(Property.THREAD_ID, origin.threadId());
        put(Property.MEDIA_TYPE, origin.mediaType());
        put(Property.TYPE, origin.type());
        put(Property.SUBTYPE, origin.subtype());
        put(Property.RECEIVED_AT, origin.receivedAt());
        put(Property.SUBMITTED_AT, origin.submittedAt());
    }

    private void standing(Standing standing) {
        put(Property.STATE, standing.state().word());
        put(Property.QUEUE, standing.queue());
        put(Property.PRIORITY, standing.priority());
        put(Property.ASSIGNED_TO, standing.assignedTo());
        put(Property.HELD_UNTIL, standing.heldUntil());
        put(Property.STOP_REASON, standing.stopReason());
    }

    private void more(Standing standing) {
        put(Property.PLACEMENT, standing.placement());
        put(Property.PLACED_IN_QUEUE_AT, standing.placedInQueueAt());
        put(Property.MOVED_TO_QUEUE_AT, standing.movedToQueueAt());
        put(Property.AVAILABLE_AT, standing.availableAt());
        put(Property.ASSIGNED_AT, standing.assignedAt());
        put(Property.HELD_AT, standing.heldAt());
        put(Property.STOPPED_AT, standing.stoppedAt());
    }

    private void content(Interaction interaction) {
        Content content = interaction.content();
        put(Property.LANGUAGE, interaction.language());
        put(Property.SUBJECT, content.subject());
        put(Property.FROM, content.from() == null ? null : person(content.from()));
        people(Property.TO, content.to());
        people(Property.CC, content.cc());
        var contact = interaction.contact();
        if (contact != null) {
            put(Property.CONTACT_ID, contact.id());
            put(Property.CONTACT, person(new Party(contact.name(), contact.address())));
        }
        text(content.text());
    }

    /** Of a long text its beginning, and how long it is. */
    private void text(String text) {
        if (text.length() > Response.LONGEST_TEXT) {
            int cut = Response.LONGEST_TEXT;
            put(Property.TEXT, text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut));
            put(Property.TEXT_LENGTH, text.length());
        } else if (!text.isEmpty()) {
            put(Property.TEXT, text);
        }
    }

    private void people(Property property, List<Party> people) {
        if (!people.isEmpty()) {
            put(property, people.stream().map(Properties::person).toList());
        }
    }

    private static Map<String, Object> person(Party party) {
        Map<String, Object> person = new LinkedHashMap<>();
        if (party.name() != null) {
            person.put("name", party.name());
        }
        person.put("address", party.address());
        return person;
    }

    private void put(Property property, @Nullable Object value) {
        put(property.json(), value);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            boolean plain = value instanceof Map
                    || value instanceof List
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof String;
            values.put(name, plain ? value : Json.MAPPER.convertValue(value, String.class));
        }
    }
}
