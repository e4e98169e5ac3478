package dev.serai.mime;

import dev.serai.mime.Entity.Delimiter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the structure of a mail in one pass: which range of the raw bytes is which part (RFC 2046 section 5.1).
 * It keeps no content and does not recurse, so size and nesting cost nothing.
 */
final class Splitter {
    private static final String CONTENT = "Content-";
    /** Bytes of a delimiter's line (RFC 2046 section 5.1.1: 70, and the hyphens). */
    private static final int LONGEST_DELIMITER = 74;

    private final ReadLimits limits;
    private final Warnings warnings;
    private final LineScanner lines;
    private final Entity root;
    private Entity current;
    private long previousEnd;
    private int entities = 1;
    private boolean full;
    private String candidate = "";

    private Splitter(LineScanner lines, ReadLimits limits, Warnings warnings) {
        this.lines = lines;
        this.limits = limits;
        this.warnings = warnings;
        this.root = new Entity(null, 0, limits.headerBytes());
        this.current = root;
    }

    static Entity split(RawSource source, ReadLimits limits, Warnings warnings) throws IOException {
        try (LineScanner lines = new LineScanner(source.open())) {
            return new Splitter(lines, limits, warnings).run();
        }
    }

    private Entity run() throws IOException {
        while (lines.next()) {
            if (!full && !isDelimiter()) {
                content();
            }
            previousEnd = lines.end();
        }
        finish();
        return root;
    }

    private void content() {
        if (current.inHeaders) {
            headerLine();
        } else if (current.lacksDelimiter()) {
            guess();
        } else if (current.closed() && !lines.isBlank()) {
            warnings.add("There is text behind the last part; it is only in the original.");
        }
    }

    private void headerLine() {
        if (lines.length() == 0) {
            if (!isLeadingBlank()) {
                beginBody(current, lines.offset());
            }
        } else if (!current.headers.accept(lines)) {
            warnings.add("A header ends without an empty line.");
            beginBody(current, lines.start());
            boolean unused = isDelimiter();
        }
    }

    /** A multipart that does not name its delimiter: a line with two hyphens above a part's header is one. */
    private void guess() {
        if (candidate.length() > 0 && lines.text().regionMatches(true, 0, CONTENT, 0, CONTENT.length())) {
            warnings.add("A multipart does not say what separates its parts; it was guessed.");
            current.split(candidate);
            cut(current, Delimiter.PART, lines.start());
            headerLine();
            candidate = "";
        } else {
            boolean possible = lines.length() > 2 && lines.length() <= LONGEST_DELIMITER && lines.at(2) > ' ';
            candidate = possible && lines.at(0) == '-' && lines.at(1) == '-' ? lines.text() : "";
        }
    }

    private boolean isLeadingBlank() {
        return current == root && root.headers.raw().isEmpty() && !root.headers.truncated();
    }

    private void beginBody(Entity entity, long from) {
        entity.beginBody(from);
        if (entity.headers.truncated()) {
            warnings.add("A header is longer than " + limits.headerBytes() + " bytes; the rest of it was not read.");
        }
        if (!entity.isMultipart()) {
            return;
        }
        if (entity.depth >= limits.depth()) {
            warnings.add("Multiparts are nested deeper than " + limits.depth() + " levels; the rest is one part.");
            return;
        }
        entity.split();
    }

    private boolean isDelimiter() {
        if (lines.length() < 2 || lines.at(0) != '-' || lines.at(1) != '-') {
            return false;
        }
        for (Entity entity = current; entity != null; entity = entity.parent) {
            Delimiter found = entity.match(lines);
            if (found != Delimiter.NONE) {
                if (found == Delimiter.PART && isRepeated(entity)) {
                    current.start(lines.offset());
                } else {
                    cut(entity, found, lines.offset());
                }
                return true;
            }
        }
        return false;
    }

    /** Two delimiters in a row enclose nothing. */
    private boolean isRepeated(Entity multipart) {
        return current.parent == multipart && current.inHeaders && current.bodyFrom == lines.start();
    }

    private void cut(Entity multipart, Delimiter found, long from) {
        endUpTo(multipart, previousEnd);
        current = multipart;
        if (found == Delimiter.END) {
            multipart.close();
            return;
        }
        Entity part = new Entity(multipart, from, limits.headerBytes());
        multipart.children.add(part);
        current = part;
        if (++entities > limits.parts()) {
            full = true;
            warnings.add("There are more than " + limits.parts() + " parts; the rest is one part.");
        }
    }

    private void endUpTo(@Nullable Entity multipart, long end) {
        for (Entity entity = current; entity != multipart && entity != null; entity = entity.parent) {
            if (entity.inHeaders) {
                beginBody(entity, Math.max(entity.bodyFrom, end));
            }
            entity.bodyTo = Math.max(entity.bodyFrom, end);
        }
    }

    private void finish() {
        endUpTo(null, lines.offset());
        if (full) {
            current.start(current.start());
            current.contentType("application/octet-stream");
            return;
        }
        for (Entity entity = current; entity != null; entity = entity.parent) {
            if (!entity.closed() && !entity.children.isEmpty()) {
                warnings.add("The last part has no end; the mail may be cut off.");
            }
        }
    }
}
