package dev.serai.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Marks in a page what mail programs quote, by the classes and ids that they use, so that it is seen in the text: each
 * line of a quotation gets a mark, and what is history up to the end gets a title above.
 */
final class HtmlQuotes {
    private static final int LONGEST = 512 << 10;
    private static final int MOST_TAGS = 10_000;

    /** The element whose lines are marked. */
    static final String QUOTE = "serai-quote";

    private static final String TITLE = "-----Original Message-----";
    private static final String SIGNATURE = "-- ";

    /** Elements that are quotations. */
    private static final String QUOTES = "blockquote[type=cite], blockquote.gmail_quote, .gmail_quote > blockquote,"
            + " .gmail_attr, .moz-cite-prefix, blockquote.protonmail_quote, #reply-intro, #reply-intro + blockquote,"
            + " .tutanota_quote, blockquote.tutanota_quote, blockquote.iosmail, .AppleOriginalContents blockquote";

    /** Elements that begin what is history up to the end. */
    private static final String HISTORY =
            "#divRplyFwdMsg, #appendonsend, .yahoo_quoted, #yahoo_quoted, .OutlookMessageHeader,"
                    + " #stopSpelling, #mail-editor-reference-message-container, .ms-outlook-mobile-reference-message,"
                    + " [name=messageReplySection], .zmail_extra, #isReplyContent, #isForwardContent, .protonmail_quote:not(blockquote),"
                    + " #oriMsgHtmlSeperator, #zwchr, .gmx_quote, div[id^=ydp][id$=yahoo_quoted]";

    private static final String SIGNATURES =
            ".gmail_signature, .moz-signature, #Signature, .protonmail_signature_block,"
                    + " #ms-outlook-mobile-signature, [data-smartmail=gmail_signature]";

    private static final Pattern BORDER =
            Pattern.compile("border-top:\\s*solid\\s+#(?:b5c4df|e1e1e1)", Pattern.CASE_INSENSITIVE);

    /** A short line that leads to something and names a time or an address. */
    private static final Pattern LEAD = Pattern.compile("(?s)(?=.{1,200}$)[^\\d@]*[\\d@].*[:\uff1a]");

    private static final List<String> SIGNS = List.of(
            "gmail_quote",
            "moz-cite-prefix",
            "type=\"cite\"",
            "type='cite'",
            "type=cite",
            "divrplyfwdmsg",
            "appendonsend",
            "yahoo_quoted",
            "border-top:",
            "outlookmessageheader",
            "stopspelling",
            "reply-intro",
            "_quote",
            "signature",
            "reference-message",
            "messagereplysection",
            "replycontent",
            "forwardcontent",
            "zmail_extra",
            "<blockquote",
            "orimsghtmlseperator",
            "zwchr",
            "iosmail",
            "appleoriginalcontents");

    private HtmlQuotes() {}

    /** Whether it is worth looking; in a page that is very long it is not. */
    static boolean mayBeIn(String html) {
        if (html.length() > LONGEST || tags(html) > MOST_TAGS) {
            return false;
        }
        String lower = html.toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(lower::contains);
    }

    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        return tags;
    }

    static void mark(Document page) {
        for (Element quote : page.select(QUOTES)) {
            quote.tagName(QUOTE);
        }
        for (Element quote : page.select("blockquote")) {
            Element before = quote.previousElementSibling();
            if (before != null && LEAD.matcher(before.text().strip()).matches()) {
                before.tagName(QUOTE);
                quote.tagName(QUOTE);
            }
        }
        for (Element start : page.select(HISTORY)) {
            start.before(line(TITLE));
        }
        for (Element start : page.select("div[style*=border-top]")) {
            if (BORDER.matcher(start.attr("style")).find()) {
                start.before(line(TITLE));
            }
        }
        for (Element signature : page.select(SIGNATURES)) {
            signature.prependChild(line(SIGNATURE));
        }
    }

    private static Element line(String text) {
        return new Element("pre").text(text);
    }
}
