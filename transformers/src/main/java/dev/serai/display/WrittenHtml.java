package dev.serai.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;

/**
 * HTML that somebody writes for a mail, without what could run, send or load something at who reads it. Where there is nothing
 * to remove it stays as it was written; else it is written anew, read again as if it came from outside, and leaves only when
 * nothing is found in it.
 *
 * @param removed what was left out, by name, such as {@code <script>} and {@code onclick}
 */
public record WrittenHtml(String html, List<String> removed) {
    /** One to clean and one to see that it is clean; the others for what only then shows itself. */
    private static final int MOST_READINGS = 4;

    private static final Pattern PAGE = Pattern.compile("<(?:html|head|body)[\\s/>]", Pattern.CASE_INSENSITIVE);

    public WrittenHtml {
        removed = List.copyOf(removed);
    }

    /** What of it may leave. */
    public static WrittenHtml of(String html) {
        Set<String> removed = new TreeSet<>();
        String left = html;
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            Document document = Jsoup.parse(left);
            Set<String> found = ActiveParts.removedFrom(document);
            if (found.isEmpty()) {
                found = ActiveParts.in(ActiveParts.tags(left), 0);
            }
            if (found.isEmpty() && ActiveParts.isOpen(left)) {
                found = Set.of("what is not closed at the end");
            }
            if (found.isEmpty()) {
                return new WrittenHtml(left, List.copyOf(removed));
            }
            removed.addAll(found);
            left = written(document, PAGE.matcher(left).find());
        }
        return new WrittenHtml(onlyText(left), List.copyOf(removed));
    }

    /** In a sentence for who wrote it. */
    public List<String> warnings() {
        return removed.isEmpty()
                ? List.of()
                : List.of("html: left out, since mail must not run, send or load anything: "
                        + String.join(", ", removed));
    }

    /** With nothing around it that nobody wrote. */
    private static String written(Document document, boolean page) {
        document.outputSettings().prettyPrint(false);
        boolean whole = page || document.childNodes().stream().anyMatch(DocumentType.class::isInstance);
        StringBuilder written = new StringBuilder();
        for (Node node : whole ? document.childNodes() : parts(document)) {
            written.append(node.outerHtml());
        }
        return written.toString();
    }

    /** Those of the document, of its head and of its body, in one row. */
    private static List<Node> parts(Node parent) {
        List<Node> parts = new ArrayList<>();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element
                    && Set.of("html", "head", "body").contains(element.normalName())) {
                parts.addAll(parts(node));
            } else {
                parts.add(node);
            }
        }
        return parts;
    }

    private static String onlyText(String html) {
        return "<div style=\"white-space:pre-wrap\">"
                + Entities.escape(Jsoup.parse(html).body().wholeText()) + "</div>";
    }
}
