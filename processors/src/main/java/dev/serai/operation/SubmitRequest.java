package dev.serai.operation;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new interaction as a system outside gives it; what is null comes from its capture point.
 *
 * @param externalId the giver's own id, at most 255 characters: once per capture point
 * @param queue where it waits first
 * @param priority 0 to 100
 * @param language BCP 47 tag
 * @param contact whom it is with; else `from`
 * @param parentId the interaction whose thread it joins
 */
public record SubmitRequest(
        @Nullable String externalId,
        @Nullable String mediaType,
        @Nullable String type,
        @Nullable String subtype,
        @Nullable QueueName queue,
        @Nullable Integer priority,
        @Nullable String language,
        @Nullable InteractionId parentId,
        @Nullable Instant receivedAt,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        @Nullable Party contact,
        Map<String, Object> userData) {

    /** Texts are those that the database will give back, so that nobody need ask it what it stored. */
    public SubmitRequest {
        externalId = clean(externalId);
        subject = clean(subject);
        text = clean(text);
        userData = UserDataFields.clean(userData);
    }

    private static @Nullable String clean(@Nullable String given) {
        return given == null ? null : CleanText.of(given);
    }

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each
     */
    public static SubmitRequest read(JsonFields fields) {
        SubmitRequest request = new SubmitRequest(
                externalId(fields),
                fields.value("mediaType", SubmitWords::mediaType),
                fields.value("type", SubmitWords::type),
                fields.value("subtype", SubmitWords::subtype),
                fields.value("queue", QueueName::of),
                fields.number("priority", 0, 100),
                fields.value("language", SubmitWords::language),
                fields.value("parentId", InteractionId::of),
                fields.time("receivedAt"),
                fields.text("subject", 1000),
                fields.text("text", 1_000_000),
                PartyFields.one(fields, "from"),
                PartyFields.list(fields, "to"),
                PartyFields.list(fields, "cc"),
                PartyFields.one(fields, "contact"),
                UserDataFields.merged(Map.of(), UserDataFields.read(fields)));
        fields.finish();
        return request;
    }

    /** An empty one would make all that have none the same. */
    private static @Nullable String externalId(JsonFields fields) {
        String id = fields.text("externalId", 255);
        if (id != null && id.isBlank()) {
            fields.fault("externalId", "is blank; expected 1 to 255 characters, or nothing");
        }
        return id;
    }

    public SubmitRequest withExternalId(@Nullable String id) {
        return new SubmitRequest(
                id,
                mediaType,
                type,
                subtype,
                queue,
                priority,
                language,
                parentId,
                receivedAt,
                subject,
                text,
                from,
                to,
                cc,
                contact,
                userData);
    }
}
