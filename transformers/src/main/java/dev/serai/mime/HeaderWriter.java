package dev.serai.mime;

import dev.serai.message.MailAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes header fields: folded at blanks (RFC 5322 section 2.2.3), encoded words in UTF-8 (RFC 2047). */
final class HeaderWriter {
    private static final int LINE = 76;
    /** Bytes of UTF-8 in an encoded word, which may have 75 characters. */
    private static final int WORD = 42;

    private final OutputStream out;

    HeaderWriter(OutputStream out) {
        this.out = out;
    }

    /** A field as it came, one char per byte. */
    void raw(String name, String value) throws IOException {
        StringBuilder line = new StringBuilder(name).append(':');
        for (String word : value.strip().split("[ \\t]+", -1)) {
            if (line.length() + word.length() >= LINE && line.length() > name.length() + 1) {
                write(line.append("\r\n").toString());
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        write(line.append("\r\n").toString());
    }

    /** A field of text; control characters become blanks. */
    void text(String name, String value) throws IOException {
        raw(name.replaceAll("[^!-9;-~]", ""), encoded(HeaderText.clean(value)));
    }

    void addresses(String name, List<MailAddress> addresses) throws IOException {
        raw(name, addresses.stream().map(HeaderWriter::mailbox).collect(Collectors.joining(", ")));
    }

    /** The end of the header. */
    void end() throws IOException {
        write("\r\n");
    }

    void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String mailbox(MailAddress one) {
        String address = "<" + HeaderText.clean(one.address()).replaceAll("[<>\\s]", "") + ">";
        String name = one.name() == null ? "" : HeaderText.clean(one.name());
        if (name.isEmpty()) {
            return address;
        }
        String quoted = "\"" + name.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
        return (isAscii(name) ? quoted : encoded(name)) + " " + address;
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String encoded(String text) {
        if (isAscii(text) && !text.contains("=?")) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(point -> {
            String next = word + Character.toString(point);
            if (next.getBytes(StandardCharsets.UTF_8).length > WORD) {
                words.append(word(word.toString())).append(' ');
                word.setLength(0);
            }
            word.appendCodePoint(point);
        });
        return words.append(word(word.toString())).toString();
    }

    private static String word(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** A file name as a parameter (RFC 2231), with a plain one for readers that do not know it. */
    static String fileName(String name) {
        String plain = "; filename=\"" + name.replaceAll("[^ !#-\\[\\]-~]", "_") + "\"";
        if (isAscii(name)) {
            return plain;
        }
        StringBuilder coded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean safe = b > 0 && (Character.isLetterOrDigit(b) || "._-".indexOf(b) >= 0);
            coded.append(safe ? Character.toString(b) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return plain + "; filename*=UTF-8''" + coded;
    }
}
