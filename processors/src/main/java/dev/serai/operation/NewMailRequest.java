package dev.serai.operation;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.OutboundDraft.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that answers nothing.
 *
 * @param mail what it says
 * @param account by which it leaves; null = the one that has its `from`, else as answers leave
 * @param kind new, or notification: one that a program writes
 * @param userData of the interaction that it becomes
 */
public record NewMailRequest(MailFields mail, @Nullable AccountName account, Kind kind, Map<String, Object> userData) {

    public NewMailRequest {
        userData = Map.copyOf(userData);
    }

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each
     */
    public static NewMailRequest read(JsonFields fields) {
        for (String recipients : new String[] {"to", "subject"}) {
            require(fields, recipients);
        }
        NewMailRequest request = new NewMailRequest(
                MailFields.read(fields, PartyFields.recipient(fields, "from")),
                fields.value("account", AccountName::of),
                kind(fields),
                given(fields));
        if (!request.mail().saysSomething()) {
            fields.fault("text", "is missing; expected text, html, or the name of a standard response");
        }
        fields.finish();
        return request;
    }

    private static void require(JsonFields fields, String name) {
        boolean bySubstitute = name.equals("subject") ? fields.has("response") : fields.has("cc") || fields.has("bcc");
        if (!fields.has(name) && !bySubstitute) {
            fields.fault(
                    name,
                    name.equals("to")
                            ? "is missing; expected a mail address, or several, in to, cc or bcc"
                            : "is missing; expected a subject, or the name of a standard response");
        }
    }

    private static Kind kind(JsonFields fields) {
        String word = fields.text("kind", 64);
        if (word == null || word.equals(Kind.NEW.word())) {
            return Kind.NEW;
        }
        if (!word.equals(Kind.NOTIFICATION.word())) {
            fields.fault("kind", "'" + word + "' is none of new, notification");
        }
        return Kind.NOTIFICATION;
    }

    private static Map<String, Object> given(JsonFields fields) {
        Map<String, Object> given = new HashMap<>();
        UserDataFields.read(fields).forEach((key, value) -> {
            if (value != null) {
                given.put(key, value);
            }
        });
        return given;
    }
}
