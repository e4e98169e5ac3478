package dev.serai.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes text while it walks through a page; white space as a browser would show it. */
final class TextVisitor implements NodeVisitor {
    private static final Set<String> HIDDEN =
            Set.of("head", "script", "style", "template", "noscript", "object", "svg", "title");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl", "hr");
    private static final Set<String> LINES = Set.of(
            "div", "tr", "li", "section", "article", "header", "footer", "address", "center", "dt", "dd", "form",
            "caption");

    private final StringBuilder text = new StringBuilder();
    private int newlines;
    private boolean space;
    private int hidden;
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode content) {
            if (hidden == 0) {
                write(content.getWholeText());
            }
        } else if (node instanceof Element element) {
            open(element.normalName(), element);
        }
    }

    private void open(String name, Element element) {
        hidden += HIDDEN.contains(name) ? 1 : 0;
        preformatted += name.equals("pre") ? 1 : 0;
        breakFor(name);
        switch (name) {
            case "br" -> newlines = Math.min(newlines + 1, 2);
            case "li" -> word("- ");
            case "td", "th" -> cell(element);
            case "img" -> word(element.attr("alt"));
            default -> {}
        }
    }

    private void cell(Element element) {
        if (element.previousElementSibling() != null && newlines == 0) {
            space = false;
            word("\t");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("a")) {
                link(element);
            }
            breakFor(name);
            hidden -= HIDDEN.contains(name) ? 1 : 0;
            preformatted -= name.equals("pre") ? 1 : 0;
        }
    }

    private void breakFor(String name) {
        if (PARAGRAPHS.contains(name)) {
            newlines = 2;
        } else if (LINES.contains(name)) {
            newlines = Math.max(newlines, 1);
        }
    }

    /** The address behind a link's words, unless they say the same. */
    private void link(Element element) {
        String href = element.attr("href").strip();
        boolean shown = href.startsWith("http") && !element.text().contains(href.replaceFirst("^https?://", ""));
        if (shown && hidden == 0) {
            space = true;
            word("<" + href + ">");
        }
    }

    private void write(String content) {
        if (preformatted > 0) {
            word(content.stripTrailing());
            return;
        }
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u00a0') {
                space = true;
            } else if (c != '\u200b' && c != '\u00ad' && c != '\ufeff') {
                gap();
                text.append(c);
            }
        }
    }

    private void word(String content) {
        if (hidden == 0 && !content.isEmpty()) {
            gap();
            text.append(content);
        }
    }

    private void gap() {
        if (text.length() > 0 && newlines > 0) {
            text.append("\n".repeat(newlines));
        } else if (text.length() > 0 && space && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
        newlines = 0;
        space = false;
    }

    /** What was written so far. */
    String text() {
        return text.toString();
    }
}
