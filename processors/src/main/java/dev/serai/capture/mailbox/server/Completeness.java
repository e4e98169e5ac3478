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
 *
 * @param fault what is missing, in words; empty when nothing is known to be
 * @param certain whether all is there beyond doubt: as long as told, or a multipart that is closed
 */
record Completeness(String fault, boolean certain) {
    private static final int WINDOW = 1 << 16;
    private static final Pattern BOUNDARY = Pattern.compile(
            "^multipart/.*?;\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Completeness of(MailHead head, byte[] mail) {
        byte[] start = Arrays.copyOf(mail, Math.min(mail.length, WINDOW));
        byte[] end = Arrays.copyOfRange(mail, Math.max(0, mail.length - WINDOW), mail.length);
        return of(head.size(), mail.length, start, end);
    }

    static Completeness of(MailHead head, Path file) throws IOException {
        try (RandomAccessFile mail = new RandomAccessFile(file.toFile(), "r")) {
            long length = mail.length();
            byte[] window = new byte[(int) Math.min(length, WINDOW)];
            mail.readFully(window);
            byte[] end = new byte[window.length];
            mail.seek(length - end.length);
            mail.readFully(end);
            return of(head.size(), length, window, end);
        }
    }

    private static Completeness of(long told, long length, byte[] start, byte[] end) {
        if (told > 0 && length == 0) {
            return new Completeness("the server sent no content", false);
        }
        if (length >= told) {
            return new Completeness("", true);
        }
        Optional<String> closing = closing(start);
        boolean closed = closing.filter(new String(end, ISO_8859_1)::contains).isPresent();
        if (isHeaderOpen(start) || (closing.isPresent() && !closed)) {
            return new Completeness(
                    "the server sent " + length + " of " + told + " octets, and they break off in the middle", false);
        }
        return new Completeness("", closed);
    }

    private static boolean isHeaderOpen(byte[] start) {
        String text = new String(start, ISO_8859_1).replace("\r\n", "\n");
        return start.length < WINDOW && !text.startsWith("\n") && !text.contains("\n\n");
    }

    /** The line that ends a multipart; empty when the mail is none. */
    private static Optional<String> closing(byte[] start) {
        return HeaderFields.of(start)
                .first("Content-Type")
                .map(BOUNDARY::matcher)
                .filter(Matcher::find)
                .map(found -> "--" + (found.group(1) == null ? found.group(2) : found.group(1)) + "--");
    }
}
