package dev.serai.scaffold;

import java.util.regex.Pattern;

/** Values as they stand in YAML. */
public final class Yaml {
    /** What is a text without quotes, whatever reads it, also in flow style. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9._@/-]*(:[A-Za-z0-9._@/-]+)*( [A-Za-z0-9._@/-]+)*");

    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private Yaml() {}

    /** A text as one line: plain where it can be, else in single quotes. */
    public static String text(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        boolean plain = PLAIN.matcher(line).matches() && !WORD.matcher(line).matches();
        return plain ? line : "'" + line.replace("'", "''") + "'";
    }
}
