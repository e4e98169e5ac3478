package dev.serai.lookup;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a column is called among user data, whatever a database makes of the case of letters. */
public final class ColumnName {
    private static final Pattern NEXT_WORD = Pattern.compile("_+([a-z0-9])");

    private ColumnName() {}

    /** customer_tier and CUSTOMER_TIER are customerTier; a name of both cases stays as it is. */
    public static String of(String label) {
        boolean folded = label.equals(label.toUpperCase(Locale.ROOT)) || label.equals(label.toLowerCase(Locale.ROOT));
        return folded
                ? NEXT_WORD
                        .matcher(label.toLowerCase(Locale.ROOT))
                        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT))
                : label;
    }

    /** As columns and parameters are compared: without case and underscores. */
    public static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
