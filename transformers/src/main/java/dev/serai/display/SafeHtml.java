package dev.serai.display;

import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML of a mail as a page that can be shown: nothing in it runs, loads, sends or lies over anything. By an allow-list of
 * elements and attributes; links open elsewhere and tell nobody where from; pictures come from the mail itself.
 */
public final class SafeHtml {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_TAGS = 50_000;

    /** Keeps a page of a desktop readable on a phone; what the mail says itself comes later and wins. */
    private static final String HEAD = "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
            + "<meta name=\"referrer\" content=\"no-referrer\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Mail</title>"
            + "<style>body{overflow-wrap:break-word}table{max-width:calc(100vw - 16px)}img{max-width:100%;height:auto}"
            + "pre{white-space:pre-wrap;overflow-wrap:anywhere}"
            + "@media(max-width:600px){blockquote{margin-inline:1em 0}}</style></head>";

    private SafeHtml() {}

    /**
     * A whole page. Of HTML with more than 1 Mi characters or 50,000 tags only the start is shown.
     *
     * @param pictures from a content id, without {@code cid:}, to the path of the picture; empty for none
     * @param remote whether pictures of other servers are loaded, which tells the sender that the mail is read
     */
    public static String page(String html, UnaryOperator<String> pictures, boolean remote) {
        Document dirty = Jsoup.parse(html.substring(0, end(html)));
        Document clean = cleaned(dirty, new Pictures(pictures, remote));
        background(dirty.body(), clean.body());
        return HEAD + clean.body().outerHtml() + "</html>";
    }

    /**
     * A piece to stand inside of another mail, without pictures of other servers. Bounded as a page is.
     *
     * @param pictures from a content id, without {@code cid:}, to what names the picture there; empty for none
     */
    public static String fragment(String html, UnaryOperator<String> pictures) {
        Document clean = cleaned(Jsoup.parse(html.substring(0, end(html))), new Pictures(pictures, false));
        clean.select("img:not([src])").remove();
        return "<div>" + clean.body().html() + "</div>";
    }

    private static Document cleaned(Document dirty, Pictures found) {
        dirty.select("img").forEach(found::prepare);
        dirty.select("[style]").forEach(SafeHtml::style);
        Document clean = new Cleaner(safelist()).clean(dirty);
        clean.select("img").forEach(found::restore);
        clean.select("a").forEach(SafeHtml::link);
        clean.outputSettings().prettyPrint(false);
        return clean;
    }

    /** Light letters are written for the dark page behind them. */
    private static void background(Element dirty, Element clean) {
        String style = SafeStyle.of("background-color:" + dirty.attr("bgcolor") + ";color:" + dirty.attr("text") + ";"
                + dirty.attr("style"));
        if (!style.isEmpty()) {
            clean.attr("style", style);
        }
    }

    private static int end(String html) {
        int longest = Math.min(html.length(), LONGEST);
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at < longest; at = html.indexOf('<', at + 1)) {
            if (++tags > MOST_TAGS) {
                return at;
            }
        }
        return longest;
    }

    private static Safelist safelist() {
        return Safelist.relaxed()
                .addTags("font", "center", "hr", "s", "strike", "del", "ins", "big", "address", "bdi", "bdo")
                .removeTags("style")
                .addAttributes(":all", "dir", "lang", "title", "align", "valign", "bgcolor", "style")
                .addAttributes("font", "color", "face", "size")
                .addAttributes("table", "border", "cellpadding", "cellspacing", "width", "height")
                .addAttributes("td", "width", "height", "nowrap")
                .addAttributes("th", "width", "height", "nowrap")
                .addProtocols("a", "href", "tel")
                .removeProtocols("a", "href", "ftp")
                .addProtocols("img", "src", "data");
    }

    private static void style(Element element) {
        String safe = SafeStyle.of(element.attr("style"));
        if (safe.isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", safe);
        }
    }

    private static void link(Element link) {
        if (link.hasAttr("href")) {
            link.attr("rel", "noopener noreferrer nofollow").attr("target", "_blank");
        }
    }
}
