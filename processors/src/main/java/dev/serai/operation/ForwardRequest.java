package dev.serai.operation;

import dev.serai.interaction.Passing.Form;
import java.util.List;

/**
 * An interaction that a client passes on to somebody.
 *
 * @param letter the covering mail; it may say nothing
 * @param form the original's text below the covering text, or the mail as a file
 * @param files whether the original's attachments go along with its text
 * @param answerWanted whether what comes back is an expert's answer, of the same thread
 */
public record ForwardRequest(ReplyRequest letter, Form form, boolean files, boolean answerWanted) {

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
                ReplyRequest.letter(fields, ReplyRequest.token(fields), null, null),
                word(fields, "as", "inline", "attached") ? Form.ATTACHED : Form.INLINE,
                fields.flag("keepAttachments", true),
                word(fields, "expect", "nothing", "answer"));
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
