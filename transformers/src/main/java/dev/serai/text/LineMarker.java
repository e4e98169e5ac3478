package dev.serai.text;

import java.util.Arrays;
import java.util.List;

/**
 * Decides of each line whether it is new. Looks at each line once, and from a line that may begin a quotation at a dozen
 * further ones at most.
 */
final class LineMarker {
    /** Lines that a signature without the space of {@code -- } has at most. */
    private static final int LONGEST_SIGNATURE = 15;

    private static final int LONGEST_FOOTER = 8;

    private final List<String> lines;
    private final LineMark[] marks;

    LineMarker(List<String> lines) {
        this.lines = lines;
        this.marks = new LineMark[lines.size()];
        Arrays.fill(marks, LineMark.NEW);
    }

    LineMark[] marks() {
        for (int i = 0; i < marks.length; ) {
            int length = QuoteHeads.lengthAt(lines, i);
            if (length > 0) {
                i = history(i, length);
            } else {
                marks[i] = isQuoted(lines.get(i)) ? LineMark.QUOTED : marks[i];
                i++;
            }
        }
        signatures();
        return marks;
    }

    /** Lines that lead to a quotation: with a mark at each line its end is seen, else it goes to the end of the mail. */
    private int history(int from, int length) {
        int next = from + length;
        while (next < marks.length && lines.get(next).isBlank()) {
            next++;
        }
        boolean marked = next < marks.length && isQuoted(lines.get(next));
        int to = marked ? next : marks.length;
        Arrays.fill(marks, from, to, LineMark.QUOTED);
        return to;
    }

    static boolean isQuoted(String line) {
        int at = 0;
        while (at < line.length() && at < 4 && (line.charAt(at) == ' ' || line.charAt(at) == '\u00a0')) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '>';
    }

    private void signatures() {
        int newBehind = 0;
        int end = marks.length;
        for (int i = marks.length - 1; i >= 0; i--) {
            if (marks[i] == LineMark.QUOTED) {
                newBehind = 0;
                end = i;
            } else if (isSignatureStart(lines.get(i), newBehind)) {
                Arrays.fill(marks, i, end, LineMark.SIGNATURE);
                end = i;
            } else if (Footers.isOne(lines.get(i))) {
                marks[i] = LineMark.SIGNATURE;
            }
            newBehind += lines.get(i).isBlank() ? 0 : 1;
        }
    }

    /** RFC 3676 section 4.3; programs that cut the space are believed when little follows. */
    private static boolean isSignatureStart(String line, int newBehind) {
        if (line.equals("-- ") || line.equals("--\u00a0")) {
            return true;
        }
        String bare = line.strip();
        return switch (bare) {
            case "--", "\u2014", "\u2013\u2013" -> newBehind > 0 && newBehind <= LONGEST_SIGNATURE;
            default -> bare.length() >= 20 && bare.chars().allMatch(c -> c == '_') && newBehind <= LONGEST_FOOTER;
        };
    }
}
