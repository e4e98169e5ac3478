package dev.serai.operation;

import dev.serai.interaction.Passing.Form;
import java.util.List;

/**
 * An interaction that a client passes on to somebody.
 *
 * @param token of the client's lease
 * @param mail the covering mail; it may say nothing
 * @param form the original's text below the covering text, or the mail as a file
 * @param files whether the original's attachments go along with its text
 * @param answerWanted whether what comes back is an expert's answer, of the same thread
 * @param complete whether the interaction is done with it, in the same transaction
 */
public record ForwardRequest(
        String token, MailFields mail, Form form, boolean files, boolean answerWanted, boolean complete) {

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each
     */
    public static ForwardRequest read(JsonFields fields) {
        if (!fields.has("to")) {
            fields.fault("to", "is missing; expected a mail address, or several");
        }
        ForwardRequest request = new ForwardRequest(
                ReplyRequest.token(fields),
                MailFields.read(fields, PartyFields.recipient(fields, "from")),
                word(fields, "as", "inline", "attached") ? Form.ATTACHED : Form.INLINE,
                fields.flag("keepAttachments", true),
                word(fields, "expect", "nothing", "answer"),
                fields.flag("complete", false));
        fields.finish();
        return request;
    }

    /** Whether a field has its other word, not the usual one. */
    private static boolean word(JsonFields fields, String name, String usual, String other) {
        String word = fields.text(name, 64);
        if (word != null && !List.of(usual, other).contains(word)) {
            fields.fault(name, "'" + word + "' is none of " + usual + ", " + other);
        }
        return other.equals(word);
    }
}
