package dev.serai.operation;

import dev.serai.interaction.CleanText;
import java.util.regex.Pattern;

/** Names of files that strangers chose: leaf names that show as what they are. */
public final class FileName {
    private static final int LONGEST = 255;
    /** Control characters, and those that turn the direction of writing: `exe.gpj` would show as `jpg.exe`. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufeff]");

    private FileName() {}

    /** The last part of a path without what is invisible; `attachment` where nothing is left. */
    public static String of(String given) {
        String leaf = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = CleanText.of(INVISIBLE.matcher(leaf).replaceAll("")).strip();
        boolean none = clean.isEmpty() || clean.equals(".") || clean.equals("..");
        return none ? "attachment" : CleanText.clipped(clean, LONGEST);
    }
}
