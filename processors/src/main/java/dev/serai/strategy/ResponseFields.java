package dev.serai.strategy;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.response.Field;
import dev.serai.response.ResponseContext;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The field codes of standard responses, filled from an interaction. */
public final class ResponseFields {
    private ResponseFields() {}

    public static ResponseContext of(Interaction interaction, Map<String, Object> userData) {
        Content content = interaction.content();
        Party from = content.from();
        Contact contact = interaction.contact();
        Map<String, String> data = new LinkedHashMap<>();
        userData.forEach((key, value) -> data.put(key, value.toString()));
        return ResponseContext.at(interaction.origin().receivedAt(), ZoneId.systemDefault())
                .withAttachedData(data)
                .with(Field.INTERACTION_ID, interaction.id().value())
                .with(Field.INTERACTION_SUBJECT, content.subject())
                .with(
                        Field.INTERACTION_TO_ADDRESS,
                        content.to().stream().map(Party::address).collect(Collectors.joining(", ")))
                .with(Field.INTERACTION_FROM_ADDRESS, from == null ? null : from.address())
                .with(Field.CONTACT_ID, contact == null ? null : contact.id().value())
                .with(Field.CONTACT_FIRST_NAME, text(userData, "FirstName"))
                .with(Field.CONTACT_LAST_NAME, text(userData, "LastName"))
                .with(Field.CONTACT_PRIMARY_EMAIL_ADDRESS, from == null ? null : from.address());
    }

    private static @Nullable String text(Map<String, Object> data, String key) {
        Object value = data.get(key);
        return value == null ? null : value.toString();
    }
}
