package dev.serai.kind;

import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short ways to ask a header. */
final class Headers {
    private Headers() {}

    /** The first word of a value, lower-case, without what follows a semicolon or a blank; empty where there is none. */
    static String word(MailMessage message, String name) {
        return message.header(name)
                .map(value -> value.strip().split("[\\s;,(]", 2)[0].toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether the mail came with an empty return path, as reports do (RFC 5321 section 4.5.5). */
    static boolean hasNullReturnPath(MailMessage message) {
        Optional<String> path = message.header("Return-Path");
        return path.isPresent() && path.get().replaceAll("[<>\\s]", "").isEmpty();
    }

    /** What stands before the at sign, lower-case; empty for nobody. */
    static String localPart(@Nullable MailAddress address) {
        return address == null ? "" : address.address().split("@", 2)[0].toLowerCase(Locale.ROOT);
    }
}
