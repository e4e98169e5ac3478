package dev.serai.response;

import dev.serai.files.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says: {@code <name>.<language>.txt} or {@code .html}.
 *
 * @param language the BCP 47 tag in lower case
 */
record ResponseName(String path, String name, String language, boolean html) {
    private static final Pattern FILE =
            Pattern.compile("([^.]+)\\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\\.(txt|html)");

    /** The name of a path; empty when its last part has another form. */
    static Optional<ResponseName> of(String path) {
        Matcher file = FILE.matcher(path.substring(path.lastIndexOf('/') + 1));
        if (!file.matches() || !Names.isName(file.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new ResponseName(
                path, file.group(1), tag(file.group(2)), file.group(3).equals("html")));
    }

    /** A language as the files' names are compared. */
    static String tag(String language) {
        return language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** The tag, then without its last subtag, and so on to the base language (RFC 4647 section 3.4). */
    static List<String> widened(String language) {
        String tag = tag(language);
        List<String> tags = new ArrayList<>(List.of(tag));
        for (int dash = tag.lastIndexOf('-'); dash > 0; dash = tag.lastIndexOf('-', dash - 1)) {
            tags.add(tag.substring(0, dash));
        }
        return tags;
    }
}
