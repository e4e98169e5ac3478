package dev.serai.kind;

import dev.serai.message.MailHeader;
import dev.serai.message.MailMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a mail by lower-case names, made once, asked often; the first field of a name counts. */
final class HeaderIndex {
    private final Map<String, String> first;
    private final MailMessage message;
    private @Nullable String received;

    HeaderIndex(MailMessage message) {
        this.message = message;
        List<MailHeader> headers = message.headers();
        this.first = new HashMap<>(headers.size() * 2);
        for (MailHeader header : headers) {
            first.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.value());
        }
    }

    /** Whether there is such a field; the name in lower-case. */
    boolean has(String name) {
        return first.containsKey(name);
    }

    /** A value, stripped; empty where there is none. */
    String value(String name) {
        return first.getOrDefault(name, "").strip();
    }

    /** A value in lower-case, at most its first 300 characters. */
    String lower(String name) {
        String value = value(name);
        return value.substring(0, Math.min(300, value.length())).toLowerCase(Locale.ROOT);
    }

    /** The first word of a value, lower-case, without what follows a semicolon or a blank; empty where there is none. */
    String word(String name) {
        String value = lower(name);
        for (int i = 0; i < value.length(); i++) {
            if (" \t;,(".indexOf(value.charAt(i)) >= 0) {
                return value.substring(0, i);
            }
        }
        return value;
    }

    /** All Received fields in lower-case, joined by line ends. */
    String received() {
        String joined = received;
        if (joined == null) {
            joined = String.join("\n", all("received")).toLowerCase(Locale.ROOT);
            received = joined;
        }
        return joined;
    }

    /** All values of a name. */
    List<String> all(String name) {
        return has(name) ? message.headerValues(name) : List.of();
    }

    Set<String> names() {
        return first.keySet();
    }

    /** Whether the mail came with an empty return path, as reports do (RFC 5321 section 4.5.5). */
    boolean hasNullReturnPath() {
        if (!has("return-path")) {
            return false;
        }
        String path = lower("return-path");
        for (int i = 0; i < path.length(); i++) {
            if (" \t<>".indexOf(path.charAt(i)) < 0) {
                return path.replaceAll("[<>\\s]", "").startsWith("mailer-daemon");
            }
        }
        return true;
    }
}
