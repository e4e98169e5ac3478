package dev.serai.display;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether a style that somebody wrote runs or loads anything but pictures and fonts. */
final class WrittenStyle {
    /** Around a stylesheet, for programs older than stylesheets; Word and Outlook write it to this day. */
    private static final Pattern HIDDEN = Pattern.compile("\\s*<!--(.*)-->\\s*", Pattern.DOTALL);

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})\\s?|(\\R)|(.))");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    /** The behaviour that stands in each mail of Outlook is that of its drawings. */
    private static final Pattern ACTIVE = Pattern.compile(
            "expression\\s*\\(|(?:java|vb|live)script\\s*:|-moz-binding|@import|<[a-z/!?]"
                    + "|(?<![-\\w])behaviou?r\\s*:(?!\\s*url\\(#default#vml\\))",
            Pattern.CASE_INSENSITIVE);

    private WrittenStyle() {}

    /** In any of the ways in which a reader could take it. */
    static boolean isActive(String style) {
        Matcher hidden = HIDDEN.matcher(style);
        String css = hidden.matches() ? hidden.group(1) : style;
        String bare = css.replaceAll("[\\p{Cntrl}&&[^\\s]]", "");
        return Stream.of(bare, COMMENT.matcher(bare).replaceAll(""))
                .flatMap(one -> Stream.of(one, unescaped(one)))
                .anyMatch(one -> ACTIVE.matcher(one).find());
    }

    /** CSS Syntax Level 3, section 4.3.7. */
    private static String unescaped(String css) {
        return ESCAPE.matcher(css).replaceAll(found -> Matcher.quoteReplacement(meant(found)));
    }

    private static String meant(MatchResult escape) {
        String hex = escape.group(1);
        if (hex == null) {
            String itself = escape.group(3);
            return itself == null ? "" : itself;
        }
        int code = Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
    }
}
