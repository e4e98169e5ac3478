package dev.serai.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields of one entity, gathered line by line up to a number of bytes. */
final class HeaderBlock {
    private final int limit;
    private final List<RawField> fields = new ArrayList<>();
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private @Nullable String name;
    private boolean truncated;

    HeaderBlock(int limit) {
        this.limit = limit;
    }

    /** Takes a line if it can stand in a header (RFC 5322 section 2.2, a mailbox's "From " line, or a colon without a name). */
    boolean accept(LineScanner line) {
        boolean continues = line.at(0) == ' ' || line.at(0) == '\t';
        String text = line.text();
        int colon = continues ? -1 : nameEnd(line);
        if (!continues && colon < 0) {
            return text.startsWith("From ") || text.startsWith(">From ") || text.startsWith(":");
        }
        if (raw.length() + text.length() > limit) {
            truncated = true;
            return true;
        }
        raw.append(text).append("\r\n");
        if (continues) {
            value.append(text);
        } else {
            finish();
            name = text.substring(0, colon).stripTrailing();
            value.append(text, colon + 1, text.length());
        }
        return true;
    }

    /** The index of the colon; blanks before it are obsolete but allowed (RFC 5322 section 4.5). */
    private static int nameEnd(LineScanner line) {
        int end = 0;
        while (end < line.length() && line.at(end) > ' ' && line.at(end) != ':' && line.at(end) != 127) {
            end++;
        }
        int colon = end;
        while (colon < line.length() && (line.at(colon) == ' ' || line.at(colon) == '\t')) {
            colon++;
        }
        return end > 0 && colon < line.length() && line.at(colon) == ':' ? colon : -1;
    }

    /** To be called once, when the last line was taken. */
    void finish() {
        if (name != null && !name.isEmpty()) {
            fields.add(new RawField(name, value.toString().strip()));
        }
        name = null;
        value.setLength(0);
    }

    List<RawField> fields() {
        return fields;
    }

    /** The lines as they came, one char per byte. */
    String raw() {
        return raw.toString();
    }

    boolean truncated() {
        return truncated;
    }

    /** The first value of a field, one char per byte. */
    @Nullable
    String first(String field) {
        for (RawField candidate : fields) {
            if (candidate.name().equalsIgnoreCase(field)) {
                return candidate.value();
            }
        }
        return null;
    }
}
