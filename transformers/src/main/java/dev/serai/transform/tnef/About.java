package dev.serai.transform.tnef;

import dev.serai.text.CalendarText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting or a contact says beside its body.
 *
 * @param lines for people to read
 * @param calendar the same as iCalendar (RFC 5545); null for what is no meeting
 */
record About(String lines, @Nullable String calendar) {

    /** Empty for a message that is neither. */
    static Optional<About> of(TnefMessage message) {
        String kind = message.text(Tag.MESSAGE_CLASS);
        kind = kind == null ? message.attribute(Tag.ATT_MESSAGE_CLASS) : kind;
        String lower = kind == null ? "" : kind.toLowerCase(Locale.ROOT).strip();
        if (lower.startsWith("ipm.contact")) {
            return Optional.of(new About(contact(message), null));
        }
        Meeting meeting = Meeting.of(lower, message);
        if (meeting == null) {
            return Optional.empty();
        }
        String calendar = meeting.calendar();
        return Optional.of(new About(meeting.title() + "\n" + CalendarText.of(calendar), calendar));
    }

    /** The lines, then a text, which may be empty. */
    String before(String text) {
        return text.isBlank() ? lines : lines.isBlank() ? text : lines.stripTrailing() + "\n\n" + text.stripLeading();
    }

    private static String contact(TnefMessage message) {
        List<String> lines = new ArrayList<>();
        add(lines, "", message.text(Tag.DISPLAY_NAME));
        add(lines, "", message.text(Tag.JOB));
        add(lines, "", message.text(Tag.COMPANY));
        add(lines, "E-mail: ", message.text(Tag.EMAIL_1));
        add(lines, "E-mail: ", message.text(Tag.EMAIL_2));
        add(lines, "Telephone: ", message.text(Tag.BUSINESS_PHONE));
        add(lines, "Mobile: ", message.text(Tag.MOBILE_PHONE));
        add(lines, "Home: ", message.text(Tag.HOME_PHONE));
        add(lines, "Fax: ", message.text(Tag.FAX));
        add(lines, "", message.text(Tag.WORK_ADDRESS));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, @Nullable String value) {
        if (value != null) {
            lines.add(label + value.strip());
        }
    }
}
