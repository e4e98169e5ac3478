package dev.serai.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes text while it walks through a page. */
final class TextVisitor implements NodeVisitor {
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "dl", "hr");
    private static final Set<String> LINES = Set.of(
            "div",
            "tr",
            "li",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "center",
            "dt",
            "dd",
            "form",
            "caption",
            "fieldset",
            "figure",
            "figcaption",
            "option",
            "nav",
            "main",
            "aside");

    private final TextLines out = new TextLines();
    private final ListNumbers lists = new ListNumbers();
    private int hidden;
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode content) {
            if (hidden == 0) {
                write(content.getWholeText());
            }
        } else if (node instanceof Element element) {
            hidden += HiddenElements.isOne(element) ? 1 : 0;
            if (hidden == 0) {
                open(element.normalName(), element);
            }
        }
    }

    private void open(String name, Element element) {
        breakFor(name);
        switch (name) {
            case "pre", "textarea" -> preformatted++;
            case "br" -> out.line();
            case "ul", "ol" -> lists.open(name.equals("ol"), element.attr("start"));
            case "li" -> out.exact(lists.item());
            case "dd" -> out.exact("  ");
            case "td", "th" -> cell(element);
            case "img" -> picture(element.attr("alt"));
            case HtmlQuotes.QUOTE -> out.quote(1);
            default -> {}
        }
    }

    private void cell(Element element) {
        if (element.previousElementSibling() != null) {
            out.tab();
        }
    }

    /** A picture says its alternative text. */
    private void picture(String alt) {
        if (!alt.isBlank()) {
            out.exact(alt.strip());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (hidden == 0) {
                close(element.normalName(), element);
            }
            hidden -= HiddenElements.isOne(element) ? 1 : 0;
        }
    }

    private void close(String name, Element element) {
        switch (name) {
            case "a" -> link(element);
            case "pre", "textarea" -> preformatted--;
            case "ul", "ol" -> lists.close();
            case HtmlQuotes.QUOTE -> out.quote(-1);
            default -> {}
        }
        breakFor(name);
    }

    private void breakFor(String name) {
        if (PARAGRAPHS.contains(name)) {
            out.lines(2);
        } else if (LINES.contains(name)) {
            out.lines(1);
        } else if (name.equals("ul") || name.equals("ol")) {
            out.lines(lists.depth() == 0 ? 2 : 1);
        }
    }

    /** The address behind a link's words, unless they say the same. */
    private void link(Element element) {
        String href = element.attr("href").strip();
        boolean web = href.startsWith("http://") || href.startsWith("https://");
        String bare = href.replaceFirst("^(?:https?://|mailto:)", "").replaceFirst("/$", "");
        boolean shown = web || href.startsWith("mailto:");
        if (shown && !bare.isEmpty() && href.length() <= 2000 && !element.text().contains(bare)) {
            out.space();
            out.exact("<" + (web ? href : bare) + ">");
        }
    }

    private void write(String content) {
        if (preformatted > 0) {
            out.exact(content.stripTrailing());
        } else {
            out.flowing(content);
        }
    }

    /** What was written so far. */
    String text() {
        return out.toString();
    }
}
