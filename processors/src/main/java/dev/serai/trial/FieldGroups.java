package dev.serai.trial;

import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.trial.TrialReport.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The groups of fields of a delivery status (RFC 3464 section 2.1): one on the mail and one on each recipient, divided by
 * empty lines. Other readers list each as a part, so that counts can be compared.
 */
final class FieldGroups {
    private static final int LONGEST = 256 << 10;
    private static final int MOST = 1000;

    private FieldGroups() {}

    /** None for a part of another type. */
    static List<Part> of(MailPart part) {
        if (!part.contentType().equals("message/delivery-status")) {
            return List.of();
        }
        return Arrays.stream(text(part).split("\\R(?:[ \\t]*\\R)+"))
                .filter(group -> !group.isBlank())
                .limit(MOST)
                .map(group -> new Part("text/plain", group.length(), PartRole.REPORT.word()))
                .toList();
    }

    private static String text(MailPart part) {
        try (InputStream in = part.content().open()) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("The part of a report could not be read.", e);
        }
    }
}
