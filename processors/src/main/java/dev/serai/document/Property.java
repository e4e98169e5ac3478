package dev.serai.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The properties of an interaction that documents know by name; every other name is user data. */
enum Property {
    TENANT("tenant", "TenantId", Use.NAMES, "Tenant"),
    MEDIA_TYPE("mediaType", "MediaType", Use.GIVEN),
    TYPE("type", "InteractionType", Use.GIVEN, "Type"),
    SUBTYPE("subtype", "InteractionSubtype", Use.GIVEN, "Subtype"),
    QUEUE("queue", "Queue", Use.GIVEN),
    PRIORITY("priority", "Priority", Use.GIVEN),
    LANGUAGE("language", "Language", Use.GIVEN),
    PARENT_ID("parentId", "ParentId", Use.GIVEN),
    RECEIVED_AT("receivedAt", "ReceivedAt", Use.GIVEN),
    SUBJECT("subject", "Subject", Use.GIVEN),
    TEXT("text", "Text", Use.GIVEN),
    FROM("from", "From", Use.GIVEN, "FromAddress"),
    TO("to", "To", Use.GIVEN),
    CC("cc", "Cc", Use.GIVEN),
    CONTACT("contact", "Contact", Use.GIVEN),
    CATEGORY("category", "CategoryId", Use.GIVEN, "Category"),
    DISPOSITION_CODE("dispositionCode", "DispositionCode", Use.GIVEN),
    SERVICE_TYPE("serviceType", "ServiceType", Use.GIVEN),
    SERVICE_OBJECTIVE("serviceObjective", "ServiceObjective", Use.GIVEN),
    REASON("reason", "Reason", Use.ASKED, "ReasonCode"),
    UNTIL("until", "Until", Use.ASKED),
    ID("id", "InteractionId", Use.NAMES),
    EXTERNAL_ID("externalId", "ExternalId", Use.NAMES),
    VERSION("version", "Version", Use.TOLD),
    STATE("state", "InteractionState", Use.TOLD, "State"),
    CAPTURE_POINT("capturePoint", "CapturePoint", Use.TOLD, "SubmittedBy"),
    THREAD_ID("threadId", "ThreadId", Use.TOLD),
    SUBMITTED_AT("submittedAt", "SubmittedAt", Use.TOLD),
    PLACEMENT("placement", "Placement", Use.TOLD),
    PLACED_IN_QUEUE_AT("placedInQueueAt", "PlacedInQueueAt", Use.TOLD),
    MOVED_TO_QUEUE_AT("movedToQueueAt", "MovedToQueueAt", Use.TOLD),
    AVAILABLE_AT("availableAt", "AvailableAt", Use.TOLD),
    ASSIGNED_AT("assignedAt", "AssignedAt", Use.TOLD),
    ASSIGNED_TO("assignedTo", "AssignedTo", Use.TOLD),
    HELD_AT("heldAt", "HeldAt", Use.TOLD),
    HELD_UNTIL("heldUntil", "HeldUntil", Use.TOLD),
    STOPPED_AT("stoppedAt", "CompletedAt", Use.TOLD, "StoppedAt"),
    STOP_REASON("stopReason", "StopReason", Use.TOLD),
    CONTACT_ID("contactId", "ContactId", Use.TOLD),
    TEXT_LENGTH("textLength", "TextLength", Use.TOLD);

    private static final Map<String, Property> BY_JSON = new HashMap<>();
    private static final Map<String, Property> BY_XML = new HashMap<>();

    static {
        for (Property property : values()) {
            BY_JSON.put(property.json, property);
            for (String name : property.readAs.split(" ")) {
                BY_XML.put(name.toLowerCase(Locale.ROOT), property);
            }
        }
    }

    /** Who says it. */
    enum Use {
        /** A submit may give it. */
        GIVEN,
        /** It belongs to the operation, not to the interaction. */
        ASKED,
        /** It says which interaction is meant, and whose. */
        NAMES,
        /** The hub sets it and answers with it. */
        TOLD
    }

    private final String json;
    private final String xml;
    /** The names of its element, with blanks between. */
    private final String readAs;

    private final Use use;

    Property(String json, String xml, Use use, String... otherXml) {
        this.json = json;
        this.xml = xml;
        this.readAs = String.join(" ", xml, json, String.join(" ", otherXml)).strip();
        this.use = use;
    }

    /** The property of a name in JSON, exactly as it is written. */
    static Optional<Property> ofJson(String name) {
        return Optional.ofNullable(BY_JSON.get(name));
    }

    /** The property whose name this is but for the case of its letters. */
    static Optional<Property> nearJson(String name) {
        return Arrays.stream(values())
                .filter(property -> property.json.equalsIgnoreCase(name) && !property.json.equals(name))
                .findFirst();
    }

    /** The property of an element, whatever its letter case. */
    static Optional<Property> ofXml(String name) {
        return Optional.ofNullable(BY_XML.get(name.toLowerCase(Locale.ROOT)));
    }

    String json() {
        return json;
    }

    String xml() {
        return xml;
    }

    Use use() {
        return use;
    }

    /** Whether its values are times. */
    boolean isTime() {
        return json.endsWith("At") || this == HELD_UNTIL || this == UNTIL;
    }
}
