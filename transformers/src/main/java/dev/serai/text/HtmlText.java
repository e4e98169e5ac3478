package dev.serai.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.NodeTraversor;

/** Readable plain text out of HTML. */
public final class HtmlText {
    /** Characters of HTML that are looked at. */
    static final int LONGEST = 1 << 20;

    private HtmlText() {}

    /** The text of a page: paragraphs, lists, links and tables readable; never fails. Of a page over 1 Mi characters only the start. */
    public static String of(String html) {
        Document page = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
        TextVisitor visitor = new TextVisitor();
        NodeTraversor.traverse(visitor, page);
        return visitor.text();
    }
}
