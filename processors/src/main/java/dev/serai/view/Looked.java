package dev.serai.view;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.Party;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What views can see of an interaction, beside where it stands. */
public record Looked(
        Origin origin,
        Content content,
        @Nullable InteractionId contactId,
        @Nullable String language,
        Map<String, Object> userData) {
    private static final int LONGEST = 500;

    public static Looked at(Interaction interaction) {
        var contact = interaction.contact();
        return new Looked(
                interaction.origin(),
                interaction.content(),
                contact == null ? null : contact.id(),
                interaction.language(),
                interaction.userData());
    }

    /** The text of a field that has no column of its own, cut to 500 characters; null where it has none. */
    public @Nullable String text(String path) {
        String text =
                path.startsWith(FieldBook.USER_DATA) ? data(path.substring(FieldBook.USER_DATA.length())) : field(path);
        return text == null ? null : CleanText.clipped(text, LONGEST);
    }

    /** A value of the user data as text. */
    public @Nullable String data(String key) {
        Object value = userData.get(key);
        return value == null ? null : CleanText.clipped(value.toString(), LONGEST);
    }

    private @Nullable String field(String path) {
        return switch (path) {
            case "capturePoint" -> words(origin.capturePoint());
            case "externalId" -> origin.externalId();
            case "parentId" -> words(origin.parentId());
            case "threadId" -> origin.threadId().value();
            case "type" -> origin.type();
            case "subject" -> content.subject();
            case "from" -> content.from() == null ? null : content.from().address();
            case "to" -> addresses(content.to());
            case "messageId" -> content.messageId();
            default -> data(path);
        };
    }

    private static @Nullable String addresses(List<Party> parties) {
        return parties.isEmpty() ? null : parties.stream().map(Party::address).collect(Collectors.joining(", "));
    }

    private static @Nullable String words(@Nullable Object name) {
        return name == null ? null : name.toString();
    }
}
