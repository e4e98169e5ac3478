package dev.serai.rest;

import dev.serai.operation.Refusal.Fault;
import dev.serai.store.RawContent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a `multipart/form-data` body (RFC 7578) in one pass, with nothing of it in memory but a header. */
final class FormReader {
    static final String TYPE = "multipart/form-data";
    static final int MOST_PARTS = 200;

    private static final int LONGEST_HEADER = 8 << 10;
    /** RFC 2046, section 5.1.1. */
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))");

    private final byte[] delimiter;
    private final int[] fallback;
    private final InputStream in;
    private long at;

    private FormReader(String boundary, InputStream in) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.fallback = fallback(delimiter);
        this.in = in;
    }

    /** @throws ApiException when it is no such form, or has more than {@link #MOST_PARTS} parts */
    static List<FormPart> read(@Nullable String contentType, RawContent body) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (!boundary.find()) {
            throw malformed("Content-Type has no boundary");
        }
        String found = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        try (InputStream in = new BufferedInputStream(body.open(0, body.size()), 1 << 16)) {
            return new FormReader(found, in).parts();
        }
    }

    static ApiException malformed(String detail) {
        String whole = "the form is not well-formed: " + detail;
        return new ApiException(ProblemCode.INVALID_REQUEST, whole, new Fault("", whole));
    }

    private List<FormPart> parts() throws IOException {
        List<FormPart> parts = new ArrayList<>();
        // the first delimiter may stand at the very beginning, without a line end in front
        skipTo(2);
        while (!isEnd()) {
            byte[] header = header();
            long from = at;
            skipTo(0);
            if (parts.size() == MOST_PARTS) {
                throw malformed("it has more than " + MOST_PARTS + " parts");
            }
            parts.add(FormPart.of(header, from, at - delimiter.length - from));
        }
        return parts;
    }

    /** Behind the next delimiter, of which so much is matched already. */
    private void skipTo(int matched) throws IOException {
        int state = matched;
        while (state < delimiter.length) {
            int b = next();
            while (state > 0 && (byte) b != delimiter[state]) {
                state = fallback[state - 1];
            }
            state += (byte) b == delimiter[state] ? 1 : 0;
        }
    }

    /** Whether the delimiter was the last; else its line is read to the end. */
    private boolean isEnd() throws IOException {
        int first = next();
        int second = next();
        if (first == '-' && second == '-') {
            return true;
        }
        while (first == ' ' || first == '\t') {
            first = second;
            second = next();
        }
        if (first != '\r' || second != '\n') {
            throw malformed("something stands behind a boundary");
        }
        return false;
    }

    private byte[] header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int lineEnds = 2;
        while (lineEnds < 4) {
            int b = next();
            header.write(b);
            boolean wanted = b == (lineEnds % 2 == 0 ? '\r' : '\n');
            lineEnds = wanted ? lineEnds + 1 : b == '\r' ? 1 : 0;
            if (header.size() > LONGEST_HEADER) {
                throw malformed("the header of a part has more than " + LONGEST_HEADER + " bytes");
            }
        }
        return header.toByteArray();
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw malformed("it ends before its last boundary");
        }
        at++;
        return b;
    }

    /** For each length of a matched beginning, how much of it is still matched when the next byte does not fit. */
    private static int[] fallback(byte[] word) {
        int[] table = new int[word.length];
        int matched = 0;
        for (int i = 1; i < word.length; i++) {
            while (matched > 0 && word[i] != word[matched]) {
                matched = table[matched - 1];
            }
            matched += word[i] == word[matched] ? 1 : 0;
            table[i] = matched;
        }
        return table;
    }
}
