package dev.serai.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * HTML that somebody writes for a mail, without what could run, send or load something at who reads it: by an allow-list of
 * elements, attributes and the schemes of links. Where there is nothing to remove it stays as it was written.
 *
 * @param removed what was left out, by name, such as {@code <script>} and {@code onclick}
 */
public record WrittenHtml(String html, List<String> removed) {
    private static final Set<String> ELEMENTS = words(
            "html head body title meta style a abbr address article aside b bdi bdo big blockquote br caption center cite"
                    + " code col colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i"
                    + " img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody"
                    + " td tfoot th thead time tr tt u ul var wbr");
    /** What stands in these is no text of the mail. */
    private static final Set<String> WITH_CONTENT =
            words("script iframe frame frameset object embed applet noscript template"
                    + " svg math link base select textarea input video audio canvas noframes xmp plaintext portal");

    private static final Set<String> ATTRIBUTES =
            words("abbr align alt background bgcolor border cellpadding cellspacing charset cite class clear color cols"
                    + " colspan content datetime dir face headers height href hspace id lang link media name noshade nowrap"
                    + " rel reversed role rowspan rules scope size span src start style summary target text title type"
                    + " valign value vlink alink vspace width xmlns");
    private static final Set<String> LINKS = words("href src background cite");
    private static final Set<String> SCHEMES = words("http https mailto tel cid");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*(?=:)");
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|gif|jpe?g|webp)[;,].*", Pattern.DOTALL);
    private static final Pattern ACTIVE_STYLE = Pattern.compile(
            "expression\\s*\\(|javascript\\s*:|behaviou?r\\s*:|-moz-binding|@import|\\\\|<", Pattern.CASE_INSENSITIVE);

    public WrittenHtml {
        removed = List.copyOf(removed);
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }

    /** What of it may leave. */
    public static WrittenHtml of(String html) {
        Document document = Jsoup.parse(html);
        Set<String> removed = new TreeSet<>();
        for (Element element : List.copyOf(document.getAllElements())) {
            if (!(element instanceof Document)) {
                clean(element, removed);
            }
        }
        if (removed.isEmpty()) {
            return new WrittenHtml(html, List.of());
        }
        document.outputSettings().prettyPrint(false);
        boolean whole = html.toLowerCase(Locale.ROOT).contains("<html");
        return new WrittenHtml(
                whole
                        ? document.outerHtml()
                        : document.head().html() + document.body().html(),
                List.copyOf(removed));
    }

    /** In a sentence for who wrote it. */
    public List<String> warnings() {
        return removed.isEmpty()
                ? List.of()
                : List.of("html: left out, since mail must not run, send or load anything: "
                        + String.join(", ", removed));
    }

    private static void clean(Element element, Set<String> removed) {
        String name = element.normalName();
        comments(element, removed);
        if (!ELEMENTS.contains(name)) {
            removed.add("<" + name + ">");
            if (WITH_CONTENT.contains(name)) {
                element.remove();
            } else {
                element.unwrap();
            }
        } else if (name.equals("style") && ACTIVE_STYLE.matcher(element.data()).find()) {
            removed.add("<style>");
            element.remove();
        } else if (element.hasAttr("http-equiv") && !isContentType(element)) {
            removed.add("<" + name + " http-equiv>");
            element.remove();
        } else {
            attributes(element, removed);
        }
    }

    private static boolean isContentType(Element meta) {
        return meta.attr("http-equiv").strip().equalsIgnoreCase("content-type");
    }

    private static void attributes(Element element, Set<String> removed) {
        for (Attribute attribute : new ArrayList<>(element.attributes().asList())) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            if (!mayStay(element, name, attribute.getValue())) {
                removed.add(name + (LINKS.contains(name) ? " of <" + element.normalName() + ">" : ""));
                element.removeAttr(attribute.getKey());
            }
        }
    }

    private static boolean mayStay(Element element, String name, String value) {
        if (LINKS.contains(name)) {
            return isHarmless(element, value);
        } else if (name.equals("style")) {
            return !ACTIVE_STYLE.matcher(value).find();
        }
        return ATTRIBUTES.contains(name)
                || name.startsWith("data-")
                || name.startsWith("aria-")
                || (name.equals("http-equiv") && isContentType(element));
    }

    /** A reader passes over blanks and control characters within a scheme. */
    private static boolean isHarmless(Element element, String link) {
        String bare = link.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
        var scheme = SCHEME.matcher(bare);
        if (!scheme.lookingAt()) {
            return true;
        }
        return SCHEMES.contains(scheme.group())
                || (element.normalName().equals("img") && PICTURE.matcher(bare).matches());
    }

    /** Those that some programs read as more HTML. */
    private static void comments(Element element, Set<String> removed) {
        for (Node node : new ArrayList<>(element.childNodes())) {
            boolean conditional = node instanceof Comment comment
                    && (comment.getData().contains("[if") || comment.getData().contains("<"));
            if (conditional) {
                removed.add("<!--[if]-->");
                node.remove();
            }
        }
    }
}
