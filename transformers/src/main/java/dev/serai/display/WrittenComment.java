package dev.serai.display;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Tells whether a comment has something active for a program that reads it as HTML, as Outlook does with conditional ones. */
final class WrittenComment {
    private static final int DEEPEST = 2;
    private static final Pattern CONDITION = Pattern.compile("^\\s*\\[if[^\\]]*\\]>", Pattern.CASE_INSENSITIVE);
    /** Of {@code <!--[if mso]>…<![endif]-->} and of {@code <!--[if !mso]><!-->}. */
    private static final Pattern TAIL = Pattern.compile("<!(?:--|\\[endif\\])?\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern INSTRUCTION = Pattern.compile("^\\?(?!xml(?::namespace)?\\s)");

    private WrittenComment() {}

    /**
     * The name of a comment that must go.
     *
     * @param depth of the comments around it
     */
    static Optional<String> fault(String data, int depth) {
        if (INSTRUCTION.matcher(data).find()) {
            return Optional.of("<?");
        }
        var condition = CONDITION.matcher(data);
        boolean conditional = condition.find();
        String inside = TAIL.matcher(condition.replaceFirst("")).replaceFirst("");
        return inside.contains("<") && isActive(inside, depth)
                ? Optional.of(conditional ? "<!--[if]-->" : "<!-- -->")
                : Optional.empty();
    }

    private static boolean isActive(String inside, int depth) {
        return depth >= DEEPEST
                || ActiveParts.isOpen(inside)
                || !ActiveParts.in(ActiveParts.tags(inside), depth + 1).isEmpty()
                || !ActiveParts.in(Jsoup.parse(inside), depth + 1).isEmpty();
    }
}
