package dev.serai.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says that is new, apart from what it quotes and from its signature. Found by conventions of mail programs
 * in some twenty languages, in linear time; the whole is for the caller to keep.
 *
 * @param text what is new; the whole where everything seems to be quoted, so that it is never empty when the mail is not
 * @param quoted earlier mail, with the lines that lead to it; empty where there is none
 * @param signature behind {@code -- }, and lines such as "Sent from my iPhone"; empty where there is none
 */
public record NewText(String text, String quoted, String signature) {
    /** Characters that are looked at; what is behind counts as new. */
    static final int LONGEST = 500_000;

    /** Of a plain text, with LF at the ends of lines. */
    public static NewText of(String plain) {
        int end = end(plain);
        List<String> lines = List.of(plain.substring(0, end).split("\n", -1));
        return divide(plain, lines, new LineMarker(lines).marks(), plain.substring(end));
    }

    /** Whether nothing is quoted and nothing is a signature. */
    public boolean isWhole() {
        return quoted.isEmpty() && signature.isEmpty();
    }

    private static int end(String plain) {
        if (plain.length() <= LONGEST) {
            return plain.length();
        }
        int line = plain.lastIndexOf('\n', LONGEST) + 1;
        return line == 0 ? LONGEST : line;
    }

    /**
     * Of a mail with an HTML body, which shows what is quoted where the plain text does not.
     *
     * @param html null where there is none
     */
    public static NewText of(String plain, @Nullable String html) {
        NewText byPlain = of(plain);
        if (html == null || !byPlain.quoted().isEmpty() || !HtmlQuotes.mayBeIn(html)) {
            return byPlain;
        }
        NewText byHtml = of(HtmlText.marked(html));
        return byHtml.isWhole() ? byPlain : byHtml;
    }

    private static NewText divide(String whole, List<String> lines, LineMark[] marks, String rest) {
        List<String> fresh = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        List<String> signature = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            switch (marks[i]) {
                case NEW -> fresh.add(lines.get(i));
                case QUOTED -> quoted.add(lines.get(i));
                case SIGNATURE -> signature.add(lines.get(i));
                default -> throw new IllegalStateException("no mark " + marks[i]);
            }
        }
        String text = tidy(fresh) + rest;
        boolean allNew = quoted.isEmpty() && signature.isEmpty();
        return allNew || text.isBlank()
                ? new NewText(whole.strip(), "", "")
                : new NewText(text.strip(), tidy(quoted), tidy(signature));
    }

    /** Without blank lines around, and never two of them together. */
    private static String tidy(List<String> lines) {
        StringBuilder text = new StringBuilder();
        int blank = 0;
        for (String line : lines) {
            if (line.isBlank()) {
                blank++;
            } else {
                text.append(text.isEmpty() ? "" : blank > 0 ? "\n\n" : "\n").append(line.stripTrailing());
                blank = 0;
            }
        }
        return text.toString();
    }
}
