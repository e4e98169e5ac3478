package dev.serai.document;

import dev.serai.document.DocumentReader.Drafts;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML form: an operation as the root, or a root of any name that holds many. No DTD, no entities of one's own. */
final class XmlDocument {
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;

    XmlDocument(Reader text) {
        this.xml = open(() -> FACTORY.createXMLStreamReader(text));
    }

    XmlDocument(InputStream bytes) {
        this.xml = open(() -> FACTORY.createXMLStreamReader(bytes));
    }

    Drafts read() {
        try {
            return root();
        } catch (XMLStreamException bad) {
            throw broken(bad);
        }
    }

    private Drafts root() throws XMLStreamException {
        XmlCursor cursor = new XmlCursor(xml);
        cursor.toRoot();
        if (XmlOperation.isOne(xml)) {
            cursor.operation(1);
            Draft only = new XmlOperation(cursor).read();
            cursor.toEnd();
            return new Drafts(false, List.of(only));
        }
        List<Draft> drafts = new ArrayList<>();
        while (cursor.next("an operation") == XMLStreamConstants.START_ELEMENT) {
            cursor.operation(2);
            drafts.add(new XmlOperation(cursor).read());
        }
        cursor.toEnd();
        return new Drafts(true, drafts);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside of itself");
        });
        return factory;
    }

    /** Opens a parser, which reads the declaration already. */
    private interface Opening {
        XMLStreamReader open() throws XMLStreamException;
    }

    private static XMLStreamReader open(Opening opening) {
        try {
            return opening.open();
        } catch (XMLStreamException bad) {
            throw broken(bad);
        }
    }

    /** The parser's own message has the place in front, on a line of its own. */
    private static RuntimeException broken(XMLStreamException bad) {
        String message = String.valueOf(bad.getMessage());
        String reason = message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9)
                .replaceAll("\\s+", " ");
        var at = bad.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
        return DocumentReader.refused("the document is no XML that is read here: " + reason + where);
    }
}
