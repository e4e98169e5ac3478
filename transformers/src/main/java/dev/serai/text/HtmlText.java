package dev.serai.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/** Readable plain text out of HTML. */
public final class HtmlText {
    /** Characters of HTML that are looked at. */
    static final int LONGEST = 1 << 20;

    /** Tags that are looked at: each becomes an object of some hundred bytes. */
    static final int MOST_TAGS = 50_000;

    private HtmlText() {}

    /**
     * The text of a page: paragraphs, lists, links and tables readable, what is hidden left out; never fails. Of a page
     * with more than 1 Mi characters or 50,000 tags only the start.
     */
    public static String of(String html) {
        return text(page(html));
    }

    /** The same with marks at what is quoted, for {@link NewText}. */
    static String marked(String html) {
        Document page = page(html);
        HtmlQuotes.mark(page);
        return text(page);
    }

    private static Document page(String html) {
        return Jsoup.parse(html.substring(0, end(html)));
    }

    private static String text(Document page) {
        TextVisitor visitor = new TextVisitor();
        NodeTraversor.traverse(visitor, page);
        return visitor.text();
    }

    /** Whether only the start of a page is looked at. */
    public static boolean isCut(String html) {
        return end(html) < html.length();
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
}
