package dev.serai.document;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Steps through XML as documents use it: elements with text or elements in them, nothing else. */
final class XmlCursor {
    private final XMLStreamReader xml;
    private final Bounds bounds = new Bounds();
    /** How deep the operation is that is being read; until one is, nothing counts. */
    private int level = Integer.MAX_VALUE;

    XmlCursor(XMLStreamReader xml) {
        this.xml = xml;
    }

    XMLStreamReader xml() {
        return xml;
    }

    int line() {
        return xml.getLocation().getLineNumber();
    }

    /** The element that has just begun, so deep, is an operation. */
    void operation(int depth) {
        level = depth;
        bounds.operation();
    }

    /** The operation has another value beside the elements that were passed. */
    void value() {
        bounds.value();
    }

    void toRoot() throws XMLStreamException {
        if (next("the root element") != XMLStreamConstants.START_ELEMENT) {
            throw refused("the document has no root element");
        }
    }

    /** Behind the root only comments may stand. */
    void toEnd() throws XMLStreamException {
        while (xml.hasNext()) {
            step();
        }
    }

    /** The next begin or end of an element. */
    int next(String expected) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = step();
            if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                throw refused("text stands where " + expected + " was expected");
            }
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event;
            }
        }
        return XMLStreamConstants.END_DOCUMENT;
    }

    /** The text of the element that has just begun, up to its end; null when it holds elements. */
    @Nullable
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean nested = false;
        for (int depth = 1; depth > 0; ) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                nested = true;
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
        }
        return nested ? null : text.toString();
    }

    private int step() throws XMLStreamException {
        int event = xml.next();
        count(event);
        if (event == XMLStreamConstants.DTD) {
            throw refused("a DOCTYPE is not read here");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw refused("the entity '" + xml.getLocalName() + "' is not known here");
        }
        return event;
    }

    private void count(int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            bounds.enter();
            if (bounds.depth() > level) {
                bounds.value();
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            bounds.leave();
        }
    }

    private RuntimeException refused(String reason) {
        var at = xml.getLocation();
        return DocumentReader.refused(
                "line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ": " + reason);
    }
}
