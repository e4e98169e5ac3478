package dev.serai.dispatch;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A mail that is sent again as it is (RFC 5322, section 3.6.6): a block of Resent- fields in front, its own bytes behind.
 * Only the trace `Return-Path` on top is left out, which none that is sent may have (RFC 5321, section 4.4).
 */
final class Resending {
    static final String FROM = "Resent-From";

    private static final byte[] TRACE = "return-path:".getBytes(StandardCharsets.US_ASCII);

    private Resending() {}

    static boolean isOne(Interaction outbound) {
        return outbound.origin().subtype().equals(OutboundDraft.Kind.REDIRECT.subtype());
    }

    static Letter letter(Interaction parent, OutboundDraft draft, String messageId, Instant at) {
        if (draft.to().isEmpty()) {
            throw new IllegalArgumentException("'to' is empty; expected at least one recipient");
        }
        String text = parent.content().text();
        return new Letter(
                draft.kind(),
                messageId,
                at.truncatedTo(ChronoUnit.SECONDS),
                null,
                Addresses.checked("to", draft.to()),
                Addresses.checked("cc", draft.cc()),
                Addresses.checked("bcc", draft.bcc()),
                draft.subject(),
                new Lineage(null, parent.content().references()),
                draft.language(),
                Body.of(text, null),
                draft.passing());
    }

    static void write(Letter letter, RawSource original, OutputStream out) throws IOException {
        String block = "Resent-Date: " + MailComposer.date(letter.at()) + "\r\nResent-To: "
                + Addresses.header("Resent-To", letter.to()) + copies(letter) + "\r\nResent-Message-ID: "
                + letter.messageId() + "\r\n";
        out.write(block.getBytes(StandardCharsets.US_ASCII));
        try (PushbackInputStream in = new PushbackInputStream(original.open(0, original.size()), TRACE.length)) {
            while (isTrace(in)) {
                skipField(in);
            }
            in.transferTo(out);
        }
    }

    private static String copies(Letter letter) {
        return letter.cc().isEmpty() ? "" : "\r\nResent-Cc: " + Addresses.header("Resent-Cc", letter.cc());
    }

    private static boolean isTrace(PushbackInputStream in) throws IOException {
        byte[] start = in.readNBytes(TRACE.length);
        String name = new String(start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        in.unread(start);
        return name.equals(new String(TRACE, StandardCharsets.US_ASCII));
    }

    /** To the line end behind which no white space goes on with the field. */
    private static void skipField(PushbackInputStream in) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                int next = in.read();
                if (next >= 0) {
                    in.unread(next);
                }
                if (next != ' ' && next != '\t') {
                    return;
                }
            }
        }
    }
}
