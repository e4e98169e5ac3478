package dev.serai.transform.tnef;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header that a message had when it came over the Internet (PidTagTransportMessageHeaders), cleaned. */
final class TransportHeaders {
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}:.*");
    private static final int MOST_LINES = 2000;
    private static final int LONGEST = 2000;

    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder names = new StringBuilder(" ");

    /** Of a text; nothing where it has none. Fields that say how the body was written are left out: it is written anew. */
    static TransportHeaders of(@Nullable String text) {
        TransportHeaders headers = new TransportHeaders();
        if (text != null) {
            headers.read(text);
        }
        return headers;
    }

    private void read(String text) {
        boolean keeping = false;
        String[] lines = text.split("\n", MOST_LINES);
        for (String line : lines) {
            if (line.length() > LONGEST || line.isBlank()) {
                continue;
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                append(line, keeping);
            } else {
                keeping = isKept(line);
                append(line, keeping);
            }
        }
    }

    private void append(String line, boolean keeping) {
        if (keeping) {
            kept.append(line.stripTrailing()).append("\r\n");
        }
    }

    private boolean isKept(String line) {
        if (!FIELD.matcher(line).matches()) {
            return false;
        }
        String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
        if (name.startsWith("content-") || name.equals("mime-version") || name.equals("x-ms-tnef-correlator")) {
            return false;
        }
        names.append(name).append(' ');
        return true;
    }

    boolean has(String name) {
        return names.indexOf(" " + name.toLowerCase(Locale.ROOT) + " ") >= 0;
    }

    @Override
    public String toString() {
        return kept.toString();
    }
}
