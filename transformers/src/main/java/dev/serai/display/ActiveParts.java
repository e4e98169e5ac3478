package dev.serai.display;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Finds what is not on the list of what mail may have, and takes it out of the tree, node by node. */
final class ActiveParts {
    private static final Set<String> ELEMENTS = WrittenAttributes.words(
            "html head body title meta style a abbr address article aside b bdi bdo big blockquote br caption center cite"
                    + " code col colgroup dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i"
                    + " img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody"
                    + " td tfoot th thead time tr tt u ul var wbr");
    /** What stands in these is no text of the mail. */
    private static final Set<String> WITH_CONTENT = WrittenAttributes.words(
            "script iframe frame frameset object embed applet noscript template svg math link base select textarea input"
                    + " video audio canvas noframes noembed xmp plaintext portal");
    /** Of Word and Outlook, which browsers show as text without a form. */
    private static final Pattern OFFICE = Pattern.compile("(?:o|v|w|m|st1):([a-z][a-z0-9]*)");

    private static final Set<String> HTTP_EQUIV = Set.of("content-type", "content-language", "x-ua-compatible");
    private static final Pattern TAG = Pattern.compile("<[a-z/!?]", Pattern.CASE_INSENSITIVE);

    /** A tag that nobody can have written. */
    private static final String END = "x" + UUID.randomUUID().toString().replace("-", "");

    private final Set<String> names = new TreeSet<>();
    private final IdentityHashMap<Node, Fate> fates = new IdentityHashMap<>();
    private final int depth;

    private ActiveParts(int depth) {
        this.depth = depth;
    }

    /** Of a node that does not stay as it is. */
    private enum Fate {
        GOES,
        LEAVES_CHILDREN
    }

    /** Takes out of a document, as a browser reads it, what must go; the names of that. */
    static Set<String> removedFrom(Document document) {
        ActiveParts parts = new ActiveParts(0);
        List<Node> nodes = document.nodeStream().toList();
        nodes.forEach(parts::look);
        for (int i = nodes.size() - 1; i >= 0 && !parts.fates.isEmpty(); i--) {
            parts.sift(nodes.get(i));
        }
        return parts.names;
    }

    /**
     * The names of what must go.
     *
     * @param depth of comments in comments, from 0
     */
    static Set<String> in(Document document, int depth) {
        ActiveParts parts = new ActiveParts(depth);
        document.nodeStream().forEach(parts::look);
        return parts.names;
    }

    /**
     * HTML as its tags one by one: a tag that does nothing where it stands is left out of a browser's tree, and does
     * something once a table is around it.
     */
    static Document tags(String html) {
        return Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .parseInput(html.replace("<![CDATA[", "<![cdata["), "");
    }

    /** Whether a tag, comment or stylesheet at its end takes in what stands behind it in a mail. */
    static boolean isOpen(String html) {
        String more = html + "<" + END + ">";
        return tags(more).getElementsByTag(END).isEmpty()
                || Jsoup.parse(more).getElementsByTag(END).isEmpty();
    }

    /** All children at once, for taking one of many costs as much as all; after those of the children. */
    private void sift(Node node) {
        if (!(node instanceof Element parent) || parent.childNodes().stream().noneMatch(fates::containsKey)) {
            return;
        }
        List<Node> left = new ArrayList<>();
        for (Node child : parent.childNodes()) {
            Fate fate = fates.get(child);
            if (fate == null) {
                left.add(child);
            } else if (fate == Fate.LEAVES_CHILDREN) {
                left.addAll(child.childNodes());
                ((Element) child).empty();
            }
        }
        parent.empty().appendChildren(left);
    }

    private void look(Node node) {
        if (node instanceof Document) {
            return;
        } else if (node instanceof Element element) {
            element(element);
        } else if (node instanceof Comment comment) {
            WrittenComment.fault(comment.getData(), depth).ifPresent(name -> goes(node, name));
        } else if (node instanceof XmlDeclaration declaration) {
            WrittenComment.fault("?" + declaration.name() + " ", depth).ifPresent(name -> goes(node, name));
        } else if (node instanceof CDataNode) {
            // for a browser it ends at the first ">"
            goes(node, "<![CDATA[");
        } else if (!(node instanceof TextNode || node instanceof DocumentType || isOfStyle(node))) {
            goes(node, node.nodeName());
        }
    }

    /** Or of what goes with it. */
    private static boolean isOfStyle(Node node) {
        return node instanceof DataNode
                && node.parent() instanceof Element parent
                && (parent.nameIs("style") || WITH_CONTENT.contains(parent.normalName()));
    }

    private void element(Element element) {
        String name = element.normalName();
        if (!isKnown(name)) {
            names.add("<" + name + ">");
            fates.put(element, WITH_CONTENT.contains(name) ? Fate.GOES : Fate.LEAVES_CHILDREN);
        } else if (name.equals("style") && WrittenStyle.isActive(element.data())) {
            goes(element, "<style>");
        } else if (name.equals("title") && TAG.matcher(element.wholeText()).find()) {
            goes(element, "<title>");
        } else if (element.hasAttr("http-equiv") && !isHarmlessMeta(element)) {
            goes(element, "<" + name + " http-equiv>");
        } else {
            attributes(element);
        }
    }

    private boolean isKnown(String name) {
        var office = OFFICE.matcher(name);
        return ELEMENTS.contains(name)
                || (depth > 0 && name.equals("xml"))
                || (office.matches() && !WITH_CONTENT.contains(office.group(1)));
    }

    private static boolean isHarmlessMeta(Element element) {
        return element.nameIs("meta")
                && HTTP_EQUIV.contains(element.attr("http-equiv").strip().toLowerCase(Locale.ROOT));
    }

    private void attributes(Element element) {
        for (Attribute attribute : List.copyOf(element.attributes().asList())) {
            WrittenAttributes.fault(element, attribute).ifPresent(name -> {
                names.add(name);
                element.removeAttr(attribute.getKey());
            });
        }
    }

    private void goes(Node node, String name) {
        names.add(name);
        fates.put(node, Fate.GOES);
    }
}
