package dev.serai.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mail itself or a part of it, while its structure is found: headers, a range for the body, children. */
final class Entity {
    private static final List<String> NAMING = List.of("Content-Description", "Content-Location");
    private static final Pattern COMMENT = Pattern.compile("\\s\\([^()]*\\)\\s*$");
    private static final Pattern QUERY = Pattern.compile("[?#].*");
    private static final Pattern NAME = Pattern.compile("[^\\s/\\\\:]{1,200}\\.[A-Za-z][A-Za-z0-9]{1,4}");

    final @Nullable Entity parent;
    final int depth;
    final HeaderBlock headers;
    final List<Entity> children = new ArrayList<>();
    long bodyFrom;
    long bodyTo;
    boolean inHeaders = true;

    private long start;
    private Parameters type = Parameters.of(null);
    private Parameters disposition = Parameters.of(null);
    private String contentType = "text/plain";
    private byte @Nullable [] delimiter;
    private boolean closed;
    private boolean guessing;

    Entity(@Nullable Entity parent, long start, int headerLimit) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.start = start;
        this.bodyFrom = start;
        this.bodyTo = start;
        this.headers = new HeaderBlock(headerLimit);
    }

    /** Where its header starts. */
    long start() {
        return start;
    }

    /** Starts it anew, with everything from there on as its body until a header is found. */
    void start(long from) {
        start = from;
        bodyFrom = from;
    }

    /** Ends the header; from here on the type is known. */
    void beginBody(long from) {
        inHeaders = false;
        bodyFrom = from;
        bodyTo = from;
        headers.finish();
        type = Parameters.of(headers.first("Content-Type"));
        disposition = Parameters.of(headers.first("Content-Disposition"));
        contentType = contentTypeOr(parent != null && parent.is("multipart/digest") ? "message/rfc822" : "text/plain");
    }

    private String contentTypeOr(String fallback) {
        String value = type.value().replace("\"", "");
        int slash = value.indexOf('/');
        boolean valid = slash > 0 && slash < value.length() - 1 && slash == value.lastIndexOf('/');
        return valid ? HeaderText.clean(value) : value.isEmpty() ? fallback : "text/plain";
    }

    /** Looks for its delimiter from now on. */
    void split() {
        String boundary = type.get("boundary");
        if (boundary == null) {
            boundary = type.decoded("boundary");
        }
        if (boundary != null && !boundary.isBlank()) {
            String named = COMMENT.matcher(boundary).replaceFirst("").stripTrailing();
            delimiter = ("--" + named).getBytes(StandardCharsets.ISO_8859_1);
        } else {
            guessing = true;
        }
    }

    /** The same, with the delimiter's line where the header does not name it. */
    void split(String line) {
        delimiter = line.stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
        guessing = false;
    }

    /** Whether it is to be split and does not say by what. */
    boolean lacksDelimiter() {
        return guessing;
    }

    boolean isMultipart() {
        return contentType.startsWith("multipart/");
    }

    /** Whether a line is this multipart's delimiter (RFC 2046 section 5.1.1). */
    Delimiter match(LineScanner line) {
        if (delimiter == null || closed || !line.startsWith(delimiter)) {
            return Delimiter.NONE;
        }
        String rest = line.text().substring(delimiter.length);
        if (rest.isBlank()) {
            return Delimiter.PART;
        }
        return rest.startsWith("--") && rest.substring(2).isBlank() ? Delimiter.END : Delimiter.NONE;
    }

    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    boolean is(String wanted) {
        return contentType.equals(wanted);
    }

    /** Type and subtype, lower-case. */
    String contentType() {
        return contentType;
    }

    void contentType(String forced) {
        contentType = forced;
    }

    Parameters type() {
        return type;
    }

    boolean isMarkedAttachment() {
        return disposition.value().equals("attachment");
    }

    /** The name that the sender gave it, decoded but not yet made safe; null where there is none. */
    @Nullable
    String fileName() {
        String name = disposition.decoded("filename");
        return name == null || name.isBlank() ? type.decoded("name") : name;
    }

    /** The same, or what else in its header can only be the name of a file. */
    @Nullable
    String anyName() {
        String name = fileName();
        for (String field : NAMING) {
            if (name == null || name.isBlank()) {
                String value = headers.first(field);
                String decoded = value == null ? "" : HeaderText.decode(value);
                String path = QUERY.matcher(decoded).replaceFirst("");
                String leaf = path.substring(path.lastIndexOf('/') + 1);
                name = NAME.matcher(leaf).matches() ? leaf : null;
            }
        }
        return name;
    }

    TransferEncoding encoding() {
        return TransferEncoding.of(headers.first("Content-Transfer-Encoding"));
    }

    /** What a line means to a multipart. */
    enum Delimiter {
        NONE,
        PART,
        END
    }
}
