package dev.serai.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the account's header lines back. */
final class HeaderLines {
    private HeaderLines() {}

    /** The addresses of From, or of Resent-From where the mail keeps its own From. */
    static List<String> from(String lines) {
        try {
            InternetHeaders headers =
                    new InternetHeaders(new ByteArrayInputStream((lines + "\r\n").getBytes(StandardCharsets.US_ASCII)));
            String resent = headers.getHeader(Resending.FROM, ",");
            return Addresses.bare(resent == null ? headers.getHeader("From", ",") : resent);
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
