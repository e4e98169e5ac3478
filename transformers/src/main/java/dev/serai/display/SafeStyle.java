package dev.serai.display;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few style properties that only change how a text looks, with values that load nothing. */
final class SafeStyle {
    private static final int LONGEST = 4000;
    private static final Set<String> PROPERTIES = Set.of(
            "color",
            "display",
            "border-radius",
            "border-top",
            "border-right",
            "border-bottom",
            "background-color",
            "font-size",
            "font-weight",
            "font-style",
            "font-family",
            "font-variant",
            "line-height",
            "text-align",
            "text-decoration",
            "text-transform",
            "vertical-align",
            "white-space",
            "direction",
            "width",
            "max-width",
            "padding",
            "padding-left",
            "padding-right",
            "padding-top",
            "padding-bottom",
            "border",
            "border-collapse",
            "border-left",
            "border-color",
            "list-style-type");

    private static final Set<String> MARGINS =
            Set.of("margin", "margin-left", "margin-right", "margin-top", "margin-bottom");

    /** Neither brackets of a function but a colour's, nor escapes, nor comments. */
    private static final Pattern VALUE =
            Pattern.compile("(?:[\\w\\s.,#%'\"!-]|rgba?\\([\\d\\s.,%]{1,40}\\)){1,200}", Pattern.CASE_INSENSITIVE);

    /** Not below zero, which would lay one thing over another. */
    private static final Pattern MARGIN = Pattern.compile("\\s*(?:(?:[\\d.]{1,9}(?:[a-z]{2,3}|%)?|auto)\\s*){1,4}");

    private SafeStyle() {}

    /** What of a style attribute is kept; empty for nothing. */
    static String of(String style) {
        return style.length() > LONGEST
                ? ""
                : Arrays.stream(style.split(";", -1))
                        .map(String::strip)
                        .filter(SafeStyle::isSafe)
                        .collect(Collectors.joining("; "));
    }

    private static boolean isSafe(String declaration) {
        int colon = declaration.indexOf(':');
        if (colon < 1) {
            return false;
        }
        String property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = declaration.substring(colon + 1);
        return property.startsWith("margin")
                ? MARGINS.contains(property) && MARGIN.matcher(value).matches()
                : PROPERTIES.contains(property) && VALUE.matcher(value).matches();
    }
}
