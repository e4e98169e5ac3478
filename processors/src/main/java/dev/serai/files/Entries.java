package dev.serai.files;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters that hold several values: a `name = value` on each line; blank lines and lines with # are left out. */
public final class Entries {
    private Entries() {}

    /**
     * Reads them, in their order.
     *
     * @throws IllegalArgumentException naming the line that is none
     */
    public static Map<String, String> of(String text) {
        return of(text, '=');
    }

    /** The same with another separator, the first of each line. */
    public static Map<String, String> of(String text, char separator) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : text.split("\\R", -1)) {
            String entry = line.strip();
            if (!entry.isEmpty() && !entry.startsWith("#")) {
                add(entry, separator, entries);
            }
        }
        return entries;
    }

    private static void add(String entry, char separator, Map<String, String> entries) {
        int at = entry.indexOf(separator);
        String name = at < 0 ? "" : entry.substring(0, at).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "the line '" + entry + "' is not of the form 'name " + separator + " value'");
        }
        if (entries.put(name, entry.substring(at + 1).strip()) != null) {
            throw new IllegalArgumentException("'" + name + "' is given twice");
        }
    }
}
