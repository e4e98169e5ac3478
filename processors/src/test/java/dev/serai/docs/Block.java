package dev.serai.docs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param language the word behind the fence; empty when there is none
 * @param line where it begins, from 1
 */
record Block(String language, String text, int line) {
    private static final Pattern FILE = Pattern.compile("\\A(---\n)?(?:#|--) ((?:routes|config|sql)/\\S+)\n");

    boolean isShell() {
        return language.equals("sh");
    }

    /** The file that the first comment line names; the block is all of it. */
    Optional<String> file() {
        Matcher matcher = FILE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** Says in its first line that its commands speak to a hub that runs. */
    boolean needsHub() {
        return text.startsWith("# needs a hub\n");
    }

    /** The exit status that its commands have. */
    int exit() {
        return text.startsWith("# exit 1\n") ? 1 : 0;
    }
}
