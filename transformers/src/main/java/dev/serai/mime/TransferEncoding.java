package dev.serai.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/** The Content-Transfer-Encoding of a part (RFC 2045 section 6). */
enum TransferEncoding {
    PLAIN,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE,
    UNKNOWN;

    /** By the header's value, however it is misspelt. */
    static TransferEncoding of(@Nullable String value) {
        String word = value == null ? "" : value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9;(]", "");
        int end = word.indexOf(';') >= 0 ? word.indexOf(';') : word.indexOf('(');
        return switch (end < 0 ? word : word.substring(0, end)) {
            case "", "7bit", "8bit", "binary", "7bits", "8bits", "none", "plain", "ascii" -> PLAIN;
            case "base64", "b64" -> BASE64;
            case "quotedprintable", "qp" -> QUOTED_PRINTABLE;
            case "xuuencode", "uuencode", "xuue", "uue", "xuu" -> UUENCODE;
            default -> UNKNOWN;
        };
    }

    /** The decoded bytes; closing it closes the encoded ones too. */
    InputStream decode(InputStream encoded) throws IOException {
        return switch (this) {
            case BASE64 -> new Base64Stream(encoded);
            case QUOTED_PRINTABLE -> new Both(new QuotedPrintableInputStream(encoded, DecodeMonitor.SILENT), encoded);
            case UUENCODE -> UuStream.ifAny(encoded);
            case PLAIN, UNKNOWN -> encoded;
        };
    }

    /** Closes both streams, and only once: mime4j gives its buffers back at each close. */
    private static final class Both extends FilterInputStream {
        private final InputStream encoded;
        private boolean closed;

        Both(InputStream decoded, InputStream encoded) {
            super(decoded);
            this.encoded = encoded;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
                encoded.close();
            }
        }
    }
}
