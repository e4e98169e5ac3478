package dev.serai.files;

import java.util.Comparator;

/**
 * One thing wrong with a file, in words for the engineer who edits it.
 *
 * @param file the path relative to the home folder
 * @param line the line, from 1; 0 outside of files, as for an environment variable
 * @param reason one sentence that names the thing, its value and what was expected
 * @param severity whether it keeps the files from becoming live
 */
public record Problem(String file, int line, String reason, Severity severity) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::reason);

    /** Puts the reason on one line and the line number at 0 or above. */
    public Problem {
        reason = reason.strip().replaceAll("\\s*\\R\\s*", " ");
        line = Math.max(line, 0);
    }

    /** A problem that keeps the files from becoming live. */
    public static Problem error(Place place, String reason) {
        return new Problem(place.file(), Math.max(place.line(), 1), reason, Severity.ERROR);
    }

    /** A problem worth a look that stops nothing. */
    public static Problem warning(Place place, String reason) {
        return new Problem(place.file(), Math.max(place.line(), 1), reason, Severity.WARNING);
    }

    /** Whether this keeps the files from becoming live. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** The line that {@code check} prints: {@code file:line: reason}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + (isError() ? "" : "warning: ") + reason;
    }
}
