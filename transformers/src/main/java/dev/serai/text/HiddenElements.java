package dev.serai.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a browser does not show: scripts, and the hidden first lines that newsletters carry for previews. */
final class HiddenElements {
    private static final Set<String> TAGS = Set.of(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "object",
            "svg",
            "title",
            "iframe",
            "audio",
            "video",
            "map",
            "select");
    private static final Pattern STYLE = Pattern.compile("(?:^|;)(?:display:none|visibility:hidden)");
    private static final Pattern NO_HEIGHT = Pattern.compile("(?:^|;)max-height:0(?:px)?(?:;|!|$)");
    private static final int LONGEST = 4000;

    private HiddenElements() {}

    static boolean isOne(Element element) {
        if (TAGS.contains(element.normalName())) {
            return true;
        }
        if (!element.hasAttr("style")) {
            return element.hasAttr("hidden");
        }
        String said = element.attr("style");
        if (said.length() > LONGEST) {
            return false;
        }
        String style = said.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return STYLE.matcher(style).find()
                || (style.contains("overflow:hidden")
                        && NO_HEIGHT.matcher(style).find());
    }
}
