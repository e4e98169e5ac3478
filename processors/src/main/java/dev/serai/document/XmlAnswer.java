package dev.serai.document;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes answers as XML 1.0. */
final class XmlAnswer {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,254}");
    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private XmlAnswer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @param many whether a root is to hold them */
    static String write(List<Response> responses, boolean many) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            new XmlAnswer(xml).document(responses, many);
            xml.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an answer cannot be written", impossible);
        }
    }

    private void document(List<Response> responses, boolean many) throws XMLStreamException {
        if (many) {
            xml.writeStartElement("interactions");
        }
        for (Response response : responses) {
            answer(response);
        }
        if (many) {
            xml.writeEndElement();
        }
    }

    private void answer(Response response) throws XMLStreamException {
        xml.writeStartElement("interaction");
        attribute("operation", response.operation());
        attribute(Property.ID.xml(), response.reference().id());
        attribute(Property.EXTERNAL_ID.xml(), response.reference().externalId());
        attribute("code", response.code());
        attribute("description", response.description());
        properties("properties", response.properties().isEmpty() ? null : response.properties());
        properties("changed", response.changed());
        deleted(response.deleted());
        xml.writeEndElement();
    }

    private void properties(String element, @Nullable Map<String, Object> values) throws XMLStreamException {
        if (values == null) {
            return;
        }
        xml.writeStartElement(element);
        for (Map.Entry<String, Object> one : values.entrySet()) {
            if (one.getKey().equals(Properties.USER_DATA) && one.getValue() instanceof Map<?, ?> userData) {
                for (Map.Entry<?, ?> key : userData.entrySet()) {
                    userData(String.valueOf(key.getKey()), String.valueOf(key.getValue()));
                }
            } else {
                property(one.getKey(), one.getValue());
            }
        }
        xml.writeEndElement();
    }

    private void property(String name, Object value) throws XMLStreamException {
        Optional<Property> known = Property.ofJson(name);
        if (known.isPresent()) {
            String text = text(value);
            xml.writeStartElement(known.get().xml());
            chars(known.get().isTime() ? XmlValues.timeFromJson(text) : text);
            xml.writeEndElement();
        } else {
            userData(name, text(value));
        }
    }

    /** A key that is no name of an element, or one that would be taken for another property, is an attribute. */
    private void userData(String key, String value) throws XMLStreamException {
        start(key);
        chars(value);
        xml.writeEndElement();
    }

    private void start(String key) throws XMLStreamException {
        boolean plain = NAME.matcher(key).matches() && Property.ofXml(key).isEmpty() && !key.equals("property");
        xml.writeStartElement(plain ? key : "property");
        if (!plain) {
            attribute("name", key);
        }
    }

    private void deleted(@Nullable List<String> names) throws XMLStreamException {
        if (names == null) {
            return;
        }
        xml.writeStartElement("deleted");
        for (String name : names) {
            Optional<Property> known = Property.ofJson(name);
            if (known.isPresent()) {
                xml.writeEmptyElement(known.get().xml());
            } else {
                start(name);
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static String text(Object value) {
        if (value instanceof List<?> people) {
            return people.stream().map(XmlAnswer::text).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> person ? XmlValues.person(person) : String.valueOf(value);
    }

    private void attribute(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, clean(value));
        }
    }

    private void chars(String text) throws XMLStreamException {
        xml.writeCharacters(clean(text));
    }

    private static String clean(String text) {
        return NO_XML.matcher(text).replaceAll("\uFFFD");
    }
}
