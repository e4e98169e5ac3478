package dev.serai.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A mail as {@link SmtpSink} took it.
 *
 * @param from the arguments of MAIL, e.g. {@code <a@example.com>}
 * @param recipients the arguments of each RCPT
 * @param text the mail as sent, one char a byte, lines ended by LF as smtp-sink writes them
 */
public record SunkMail(String from, List<String> recipients, String text) {
    private static final String END_OF_ENVELOPE = "\nReceived: ";

    /** The mail's bytes, to be parsed. */
    public byte[] bytes() {
        return text.getBytes(ISO_8859_1);
    }

    /** The dump in this file; empty while smtp-sink has not written its end. */
    static Optional<SunkMail> read(Path file) {
        try {
            String dump = Files.readString(file, ISO_8859_1);
            int envelope = dump.indexOf(END_OF_ENVELOPE);
            return envelope < 0 || !dump.endsWith("\n\n") ? Optional.empty() : Optional.of(parse(dump, envelope + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SunkMail parse(String dump, int received) {
        List<String> envelope = dump.substring(0, received).lines().toList();
        String from = values(envelope, "X-Mail-Args: ").get(0);
        return new SunkMail(from, values(envelope, "X-Rcpt-Args: "), text(dump, received));
    }

    private static List<String> values(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .toList();
    }

    /** What follows the Received header (three lines), without the empty line that smtp-sink appends. */
    private static String text(String dump, int received) {
        int start = received;
        do {
            start = dump.indexOf('\n', start) + 1;
        } while (Character.isWhitespace(dump.charAt(start)) && dump.charAt(start) != '\n');
        return dump.substring(start, dump.length() - 1);
    }
}
