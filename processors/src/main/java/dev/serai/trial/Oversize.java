package dev.serai.trial;

import dev.serai.files.MailboxDefinition;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What capture would take of a mail: all of it, or only its headers when it is larger than `maxMessageSize`.
 *
 * @param raw what is read
 * @param warning why it is not all; empty when it is
 */
record Oversize(RawSource raw, String warning) {
    private static final long DEFAULT_LIMIT = 25L << 20;
    private static final int HEADER_LIMIT = 256 << 10;

    static Oversize of(RawSource raw, @Nullable MailboxDefinition mailbox) throws IOException {
        long limit = mailbox == null ? DEFAULT_LIMIT : mailbox.limits().maxMessageSize();
        boolean fetched = mailbox != null && mailbox.limits().oversize() == MailboxDefinition.Oversize.FETCH;
        if (raw.size() <= limit || fetched) {
            return new Oversize(raw, "");
        }
        return new Oversize(
                RawSource.of(headers(raw)),
                "the mail has " + raw.size() + " bytes, more than maxMessageSize (" + limit
                        + "): only its headers are taken, the mail stays on the server");
    }

    boolean isCut() {
        return !warning.isEmpty();
    }

    List<String> warnings() {
        return isCut() ? List.of(warning) : List.of();
    }

    Map<String, Object> userData(Map<String, Object> ofMail) {
        Map<String, Object> data = new LinkedHashMap<>(ofMail);
        if (isCut()) {
            data.put("WrappingReason", warning);
        }
        return data;
    }

    private static byte[] headers(RawSource raw) throws IOException {
        byte[] start;
        try (var in = raw.open(0, HEADER_LIMIT)) {
            start = in.readAllBytes();
        }
        for (int i = 1; i < start.length; i++) {
            boolean blankLine = start[i] == '\n' && (start[i - 1] == '\n' || endsCrLf(start, i));
            if (blankLine) {
                return java.util.Arrays.copyOf(start, i + 1);
            }
        }
        return start;
    }

    private static boolean endsCrLf(byte[] bytes, int i) {
        return i >= 3 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n';
    }
}
