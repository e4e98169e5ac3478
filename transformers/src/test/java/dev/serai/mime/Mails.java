package dev.serai.mime;

import dev.serai.message.MailMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Mails to read in tests. */
public final class Mails {
    private Mails() {}

    /** Reads lines as a mail in UTF-8. */
    public static MailMessage read(String... lines) {
        return read(StandardCharsets.UTF_8, lines);
    }

    /** Reads lines as a mail in any charset. */
    public static MailMessage read(Charset charset, String... lines) {
        return read(String.join("\r\n", lines).getBytes(charset));
    }

    /** Reads bytes as a mail. */
    public static MailMessage read(byte[] bytes) {
        try {
            return new MimeReader().read(RawSource.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of {@code samples/}. */
    public static MailMessage sample(String name) {
        try {
            return read(Files.readAllBytes(samples().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails of {@code samples/}. */
    public static List<Path> allSamples() throws IOException {
        try (Stream<Path> files = Files.list(samples())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    private static Path samples() {
        return Path.of(System.getProperty("serai.home", ".."), "samples");
    }
}
