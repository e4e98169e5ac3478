package dev.serai.rest;

import dev.serai.capture.webform.FormFields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads `application/x-www-form-urlencoded` as browsers do (URL Standard, section 5.1): a percent sign that stands before
 * no two hexadecimal digits is itself.
 */
final class UrlEncoded {
    @SuppressWarnings("ArrayRecordComponent") // read by this class alone
    private record Pair(byte[] name, byte[] value) {}

    private UrlEncoded() {}

    /** @throws dev.serai.operation.RefusedException when there are too many fields */
    static FormFields read(byte[] body) {
        FormFields fields = new FormFields();
        List<Pair> pairs = pairs(body);
        Charset charset = FormCharset.of(pairs.stream()
                .filter(pair -> FormCharset.FIELD.equals(new String(pair.name(), StandardCharsets.ISO_8859_1)))
                .map(pair -> new String(pair.value(), StandardCharsets.ISO_8859_1))
                .findFirst()
                .orElse(""));
        for (Pair pair : pairs) {
            fields.add(FormCharset.text(pair.name(), charset), FormCharset.text(pair.value(), charset));
        }
        return fields;
    }

    private static List<Pair> pairs(byte[] body) {
        List<Pair> pairs = new ArrayList<>();
        int from = 0;
        while (from < body.length) {
            int end = indexOf(body, '&', from, body.length);
            if (end > from) {
                int equals = indexOf(body, '=', from, end);
                pairs.add(new Pair(decoded(body, from, equals), decoded(body, Math.min(end, equals + 1), end)));
            }
            if (pairs.size() > FormFields.MOST) {
                return pairs; // one more than is taken: what it is does not matter
            }
            from = end + 1;
        }
        return pairs;
    }

    private static int indexOf(byte[] body, char wanted, int from, int to) {
        int at = from;
        while (at < to && body[at] != wanted) {
            at++;
        }
        return at;
    }

    private static byte[] decoded(byte[] body, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '%' && i + 2 < to && digit(body[i + 1]) >= 0 && digit(body[i + 2]) >= 0) {
                out.write(digit(body[i + 1]) * 16 + digit(body[i + 2]));
                i += 2;
            } else {
                out.write(body[i] == '+' ? ' ' : body[i]);
            }
        }
        return out.toByteArray();
    }

    private static int digit(byte b) {
        return Character.digit((char) (b & 0xff), 16);
    }
}
