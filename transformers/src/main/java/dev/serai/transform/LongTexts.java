package dev.serai.transform;

import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import org.jspecify.annotations.Nullable;

/** Cuts text and HTML that a transformer made, so that nobody works on more of them than a reader gives. */
final class LongTexts {
    private LongTexts() {}

    /**
     * The same message where both are short enough, else with their start and a warning.
     *
     * @param most characters of each
     */
    static MailMessage cut(MailMessage message, int most) {
        String html = message.html();
        if (fits(message.text(), most) && fits(html, most)) {
            return message;
        }
        MailMessageBuilder cut = message.toBuilder()
                .addWarning("A transformer made a text of more than " + most + " characters; only its start was kept.")
                .text(start(message.text(), most));
        return (html == null ? cut : cut.html(start(html, most))).build();
    }

    private static boolean fits(@Nullable String text, int most) {
        return text == null || text.length() <= most;
    }

    private static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
