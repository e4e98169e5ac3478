package dev.serai.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the account's header lines back. */
final class HeaderLines {
    private HeaderLines() {}

    /** The addresses of From. */
    static List<String> from(String lines) {
        try {
            InternetHeaders headers =
                    new InternetHeaders(new ByteArrayInputStream((lines + "\r\n").getBytes(StandardCharsets.US_ASCII)));
            return Addresses.bare(headers.getHeader("From", ","));
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
