package dev.serai.transform;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import org.jspecify.annotations.Nullable;

/** What an outbound transformer may not touch: Message-ID and From, one of each, as the account and the hub know them. */
final class Identity {
    private Identity() {}

    /** The same, or a failure when the mail would leave as another one. */
    static Made kept(MailMessage before, Made made) {
        MailMessage after = made.message();
        if (after == null) {
            return made;
        }
        boolean otherId =
                made.raw() == null && !before.headerValues("Message-ID").equals(after.headerValues("Message-ID"));
        if (otherId
                || !String.valueOf(before.messageId()).equals(after.messageId())
                || isDoubled(after, "Message-ID")) {
            return Made.failed(
                    "it changed the Message-ID, which an outbound transformer may not; the mail goes as it was");
        }
        if (made.raw() == null && !before.headerValues("From").equals(after.headerValues("From"))) {
            return Made.failed("it changed From, which an outbound transformer may not; the mail goes as it was");
        }
        if (!address(before.from()).equalsIgnoreCase(address(after.from())) || isDoubled(after, "From")) {
            return Made.failed("it changed From, which an outbound transformer may not; the mail goes as it was");
        }
        return made;
    }

    private static boolean isDoubled(MailMessage message, String header) {
        return message.headerValues(header).size() > 1;
    }

    private static String address(@Nullable MailAddress from) {
        return from == null ? "" : from.address();
    }
}
