package dev.serai.capture.mailbox.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a server gave all of a mail. Sizes alone say nothing, for some servers tell other ones than they send; but a
 * mail that is shorter than told and breaks off in the middle of its structure (RFC 2046 section 5.1.1) was cut.
 */
final class Completeness {
    private static final int WINDOW = 1 << 16;
    private static final Pattern BOUNDARY = Pattern.compile(
            "^multipart/.*?;\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Completeness() {}

    /** What is missing, in words; empty when all is there. */
    static String fault(MailHead head, byte[] mail) {
        byte[] start = Arrays.copyOf(mail, Math.min(mail.length, WINDOW));
        byte[] end = Arrays.copyOfRange(mail, Math.max(0, mail.length - WINDOW), mail.length);
        return fault(head.size(), mail.length, start, end);
    }

    static String fault(MailHead head, Path file) throws IOException {
        try (RandomAccessFile mail = new RandomAccessFile(file.toFile(), "r")) {
            long length = mail.length();
            byte[] window = new byte[(int) Math.min(length, WINDOW)];
            mail.readFully(window);
            byte[] end = new byte[window.length];
            mail.seek(length - end.length);
            mail.readFully(end);
            return fault(head.size(), length, window, end);
        }
    }

    private static String fault(long told, long length, byte[] start, byte[] end) {
        if (told > 0 && length == 0) {
            return "the server sent no content";
        }
        if (length < told && isOpen(start, end)) {
            return "the server sent " + length + " of " + told + " octets, and they break off in the middle";
        }
        return "";
    }

    private static boolean isOpen(byte[] start, byte[] end) {
        String text = new String(start, ISO_8859_1).replace("\r\n", "\n");
        if (start.length < WINDOW && !text.startsWith("\n") && !text.contains("\n\n")) {
            return true;
        }
        Optional<Matcher> multipart = HeaderFields.of(start)
                .first("Content-Type")
                .map(BOUNDARY::matcher)
                .filter(Matcher::find);
        return multipart
                .map(found -> "--" + (found.group(1) == null ? found.group(2) : found.group(1)) + "--")
                .filter(closing -> !new String(end, ISO_8859_1).contains(closing))
                .isPresent();
    }
}
