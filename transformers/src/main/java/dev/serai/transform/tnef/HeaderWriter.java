package dev.serai.transform.tnef;

import dev.serai.message.MailAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes header fields (RFC 5322) in ASCII: text as encoded words (RFC 2047), file names by RFC 2231. */
final class HeaderWriter {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final int WORD_BYTES = 42;
    private static final int NAME_PIECE = 20;
    private static final String UNKNOWN = "unknown@exchange.invalid";

    private final StringBuilder out = new StringBuilder();

    /** A field whose value is ASCII already; none without a value. */
    HeaderWriter raw(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            out.append(name).append(": ").append(value).append("\r\n");
        }
        return this;
    }

    HeaderWriter text(String name, @Nullable String value) {
        return raw(name, value == null ? null : encoded(value));
    }

    HeaderWriter date(@Nullable OffsetDateTime date) {
        return raw("Date", date == null ? null : DATE.format(date));
    }

    /** Who has no address outside of his organisation gets one that leads nowhere, so that his name can be read. */
    HeaderWriter addresses(String name, List<MailAddress> addresses) {
        return raw(name, addresses.stream().map(HeaderWriter::address).collect(Collectors.joining(",\r\n ")));
    }

    private static String address(MailAddress address) {
        String bare = isPrintable(address.address()) ? address.address() : encoded(address.address());
        String named = address.name();
        String angle = "<" + (bare.isEmpty() ? UNKNOWN : bare) + ">";
        return named == null ? angle : quotedOrEncoded(named) + " " + angle;
    }

    private static String quotedOrEncoded(String name) {
        return isPrintable(name) ? "\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\"" : encoded(name);
    }

    private static String encoded(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (isPrintable(line) && !line.contains("=?") && line.length() < 900) {
            return line;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        line.codePoints().forEach(c -> {
            piece.appendCodePoint(c);
            if (piece.toString().getBytes(StandardCharsets.UTF_8).length >= WORD_BYTES) {
                word(words, piece);
            }
        });
        word(words, piece);
        return words.toString();
    }

    private static void word(StringBuilder words, StringBuilder piece) {
        if (piece.length() > 0) {
            byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
            words.append(words.length() == 0 ? "" : "\r\n ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append("?=");
            piece.setLength(0);
        }
    }

    /** Content-Type and Content-Disposition of a file. */
    HeaderWriter file(String type, String name, @Nullable String contentId) {
        raw("Content-Type", type);
        raw("Content-Disposition", (contentId == null ? "attachment" : "inline") + fileName(name));
        return raw("Content-ID", contentId == null || !isPrintable(contentId) ? null : "<" + contentId + ">");
    }

    private static String fileName(String name) {
        if (isPrintable(name) && name.length() < 60) {
            return "; filename=\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
        }
        StringBuilder parameters = new StringBuilder();
        int number = 0;
        for (int at = 0; at < name.length(); ) {
            int end = name.offsetByCodePoints(at, Math.min(NAME_PIECE, name.codePointCount(at, name.length())));
            parameters.append(";\r\n filename*").append(number).append("*=").append(number == 0 ? "UTF-8''" : "");
            percent(name.substring(at, end), parameters);
            number++;
            at = end;
        }
        return parameters.toString();
    }

    private static void percent(String text, StringBuilder to) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b > 0 && Character.isLetterOrDigit(b)) || b == '.' || b == '-';
            to.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
