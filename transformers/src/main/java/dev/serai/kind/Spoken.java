package dev.serai.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The text of a machine's mail in two halves: what the machine says, and the mail that it quotes behind it.
 *
 * @param said lines of the machine, each at most 1,000 characters, at most 1,000 lines
 * @param quoted lines of the returned mail; empty where none is quoted
 */
record Spoken(List<String> said, List<String> quoted) {
    private static final int LINES = 1_000;
    private static final int LONGEST = 1_000;
    private static final Phrases STARTS = Phrases.of("original-starts");
    private static final Pattern FIELD = Pattern.compile("[>\\s]*(?i:received|return-path|from|to|cc|subject|date"
            + "|message-id|mime-version|x-[\\w-]{1,50}|dkim-signature|domainkey-signature|content-[\\w-]{1,30}"
            + "|reply-to|sender|references|in-reply-to|authentication-results|delivered-to|precedence|importance"
            + "|user-agent)\\s?:.*");
    private static final Pattern TRACE = Pattern.compile("[>\\s]{0,4}(?i:received:\\s.*|return-path:\\s*<.*)");

    /**
     * Splits a text.
     *
     * @param startsOriginal whether a line is known to stand before the returned mail, as a pattern says
     */
    static Spoken of(String text, Predicate<String> startsOriginal) {
        List<String> lines = text.lines()
                .limit(LINES)
                .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (startsOriginal.test(lines.get(i)) || isStart(lines, i)) {
                return new Spoken(lines.subList(0, i), lines.subList(i, lines.size()));
            }
        }
        return new Spoken(lines, List.of());
    }

    /** What is said, in lower-case, without lines that are marked as quoted. */
    String lower() {
        StringBuilder text = new StringBuilder();
        for (String line : said) {
            if (!line.startsWith(">") || line.startsWith(">>>")) {
                text.append(line.toLowerCase(Locale.ROOT)).append('\n');
            }
        }
        return text.toString();
    }

    private static boolean isStart(List<String> lines, int at) {
        String line = lines.get(at);
        if (TRACE.matcher(line).matches()) {
            return at + 1 < lines.size() && (isField(lines.get(at + 1)) || isFolded(lines.get(at + 1)));
        }
        return line.length() <= 120
                && STARTS.in(line.toLowerCase(Locale.ROOT))
                && next(lines, at).stream().anyMatch(Spoken::isField);
    }

    /** The next three lines that are not blank. */
    private static List<String> next(List<String> lines, int at) {
        List<String> next = new ArrayList<>();
        for (int i = at + 1; i < lines.size() && next.size() < 3; i++) {
            if (!lines.get(i).isBlank()) {
                next.add(lines.get(i));
            }
        }
        return next;
    }

    private static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    private static boolean isFolded(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }
}
