package dev.serai.response;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a field code may read, by the name that templates use. */
public enum Field {
    INTERACTION_ID("Interaction.Id", false),
    INTERACTION_DATE_CREATED("Interaction.DateCreated", false),
    INTERACTION_SUBJECT("Interaction.Subject", true),
    INTERACTION_TO_ADDRESS("Interaction.ToAddress", true),
    INTERACTION_FROM_ADDRESS("Interaction.FromAddress", true),
    INTERACTION_TIME_ZONE("Interaction.TimeZone", false),
    /** The only one with an argument: the key of the user data. */
    INTERACTION_ATTACHED_DATA("Interaction.AttachedData", true),
    CONTACT_ID("Contact.Id", true),
    CONTACT_TITLE("Contact.Title", true),
    CONTACT_FIRST_NAME("Contact.FirstName", true),
    CONTACT_LAST_NAME("Contact.LastName", true),
    CONTACT_FULL_NAME("Contact.FullName", true),
    CONTACT_PRIMARY_EMAIL_ADDRESS("Contact.PrimaryEmailAddress", true),
    CONTACT_PRIMARY_PHONE_NUMBER("Contact.PrimaryPhoneNumber", true),
    AGENT_FIRST_NAME("Agent.FirstName", true),
    AGENT_LAST_NAME("Agent.LastName", true),
    AGENT_FULL_NAME("Agent.FullName", true),
    AGENT_SIGNATURE("Agent.Signature", true),
    /** Those of the mail that is answered or forwarded, in layouts only. */
    ORIGINAL_FROM("Original.From", true),
    ORIGINAL_SENT("Original.Sent", false),
    ORIGINAL_TO("Original.To", true),
    ORIGINAL_CC("Original.Cc", true),
    ORIGINAL_SUBJECT("Original.Subject", true),
    ORIGINAL_TEXT("Original.Text", true),
    /** Its text, each line behind `>`. */
    ORIGINAL_QUOTED("Original.Quoted", true),
    /** Markup, the only one: it stands alone in a code of a layout's HTML. */
    ORIGINAL_HTML("Original.Html", true);

    private final String code;
    private final boolean mayBeEmpty;

    Field(String code, boolean mayBeEmpty) {
        this.code = code;
        this.mayBeEmpty = mayBeEmpty;
    }

    /** The name in templates, such as {@code Contact.FirstName}. */
    public String code() {
        return code;
    }

    /** Whether an interaction may have no value for it. */
    boolean mayBeEmpty() {
        return mayBeEmpty;
    }

    Type type() {
        return switch (this) {
            case INTERACTION_DATE_CREATED, ORIGINAL_SENT -> Type.DATE;
            case INTERACTION_ATTACHED_DATA -> Type.DATA;
            default -> Type.TEXT;
        };
    }

    static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /** True for those of the mail below an answer. */
    boolean ofOriginal() {
        return code.startsWith("Original.");
    }

    /** Those that standard responses may read. */
    static List<String> codes() {
        return Arrays.stream(values())
                .filter(field -> !field.ofOriginal())
                .map(Field::code)
                .toList();
    }

    /** All there are. */
    static List<String> allCodes() {
        return Arrays.stream(values()).map(Field::code).toList();
    }
}
