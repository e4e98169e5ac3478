package dev.serai.strategy;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.response.CourteousName;
import dev.serai.response.Field;
import dev.serai.response.ResponseContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The field codes of standard responses, filled from an interaction. */
public final class ResponseFields {
    private ResponseFields() {}

    /** @param userData of the interaction, with what was attached since it was read */
    public static ResponseContext of(Playbook playbook, Interaction interaction, Map<String, Object> userData) {
        ResponseContext context = ResponseContext.at(interaction.origin().receivedAt(), zone(playbook, interaction))
                .withAttachedData(texts(userData));
        return speaking(playbook, contact(mail(context, interaction), interaction, userData));
    }

    /** Those of a mail that answers nothing: of whom it goes to, with its user data. */
    public static ResponseContext ofNew(Playbook playbook, List<Party> to, Map<String, Object> userData, Instant now) {
        ResponseContext context =
                ResponseContext.at(now, playbook.policy().timeZone()).withAttachedData(texts(userData));
        if (!to.isEmpty()) {
            Party first = to.get(0);
            CourteousName name = CourteousName.of(first.name());
            context = context.with(Field.INTERACTION_TO_ADDRESS, first.address())
                    .with(Field.CONTACT_TITLE, text(userData, "Title"))
                    .with(Field.CONTACT_FIRST_NAME, name.first())
                    .with(Field.CONTACT_LAST_NAME, name.last())
                    .with(Field.CONTACT_FULL_NAME, name.full())
                    .with(Field.CONTACT_PRIMARY_EMAIL_ADDRESS, first.address())
                    .with(Field.CONTACT_PRIMARY_PHONE_NUMBER, text(userData, "PhoneNumber"));
        }
        return speaking(playbook, context);
    }

    private static ResponseContext speaking(Playbook playbook, ResponseContext of) {
        ResponseContext context = of;
        for (Map.Entry<Field, String> known : playbook.policy().agent().entrySet()) {
            context = context.with(known.getKey(), known.getValue());
        }
        return context;
    }

    /** Of the queue's calendar, else the setting's. */
    private static ZoneId zone(Playbook playbook, Interaction interaction) {
        return Optional.ofNullable(interaction.standing().queue())
                .flatMap(playbook.generation()::hours)
                .map(BusinessCalendar::zone)
                .orElse(playbook.policy().timeZone());
    }

    private static ResponseContext mail(ResponseContext context, Interaction interaction) {
        Content content = interaction.content();
        return context.with(Field.INTERACTION_ID, interaction.id().value())
                .with(Field.INTERACTION_SUBJECT, content.subject())
                .with(
                        Field.INTERACTION_TO_ADDRESS,
                        content.to().stream().map(Party::address).collect(Collectors.joining(", ")))
                .with(Field.INTERACTION_FROM_ADDRESS, address(content.from()));
    }

    private static ResponseContext contact(
            ResponseContext context, Interaction interaction, Map<String, Object> userData) {
        Contact contact = interaction.contact();
        CourteousName name = name(interaction, userData);
        String address = contact == null ? address(interaction.content().from()) : contact.address();
        return context.with(
                        Field.CONTACT_ID, contact == null ? null : contact.id().value())
                .with(Field.CONTACT_TITLE, text(userData, "Title"))
                .with(Field.CONTACT_FIRST_NAME, name.first())
                .with(Field.CONTACT_LAST_NAME, name.last())
                .with(Field.CONTACT_FULL_NAME, name.full())
                .with(Field.CONTACT_PRIMARY_EMAIL_ADDRESS, address)
                .with(Field.CONTACT_PRIMARY_PHONE_NUMBER, text(userData, "PhoneNumber"));
    }

    /** What user data say; where those are the sender's own words and the contact is somebody else, that one's. */
    private static CourteousName name(Interaction interaction, Map<String, Object> userData) {
        CourteousName attached = CourteousName.of(text(userData, "FirstName"), text(userData, "LastName"));
        Party from = interaction.content().from();
        Contact contact = interaction.contact();
        if (contact == null || contact.name() == null) {
            return attached;
        }
        boolean another = from != null && !from.address().equalsIgnoreCase(contact.address());
        boolean ofSender =
                attached.full().isEmpty() || (from != null && attached.equals(CourteousName.of(from.name())));
        return (another && ofSender) || attached.full().isEmpty() ? CourteousName.of(contact.name()) : attached;
    }

    private static Map<String, String> texts(Map<String, Object> userData) {
        Map<String, String> texts = new LinkedHashMap<>();
        userData.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    private static @Nullable String address(@Nullable Party party) {
        return party == null ? null : party.address();
    }

    private static @Nullable String text(Map<String, Object> data, String key) {
        Object value = data.get(key);
        return value == null ? null : value.toString();
    }
}
