package dev.serai.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads one operation in XML into the tree of the JSON form, and remembers the lines. */
final class XmlOperation {
    private static final String OPERATION = "operation";

    private final XmlCursor cursor;
    private final XMLStreamReader xml;
    private final ObjectNode tree = Json.MAPPER.createObjectNode();
    private final ObjectNode properties = tree.putObject("properties");
    private final ObjectNode userData = Json.MAPPER.createObjectNode();
    private final ArrayNode deleted = Json.MAPPER.createArrayNode();
    private final Map<String, String> lines = new HashMap<>();
    private final String begin;

    XmlOperation(XmlCursor cursor) {
        this.cursor = cursor;
        this.xml = cursor.xml();
        this.begin = place();
    }

    /** Whether the element that has just begun is an operation. */
    static boolean isOne(XMLStreamReader xml) {
        return xml.getAttributeValue(null, OPERATION) != null;
    }

    /** Reads up to the end of the element. */
    Draft read() throws XMLStreamException {
        attributes();
        while (cursor.next("<properties>") == XMLStreamConstants.START_ELEMENT) {
            child(xml.getLocalName());
        }
        if (!userData.isEmpty()) {
            tree.set("userData", userData);
        }
        if (!deleted.isEmpty()) {
            tree.set("deleted", deleted);
        }
        return new Draft(tree, pointer -> lines.getOrDefault(pointer, begin));
    }

    private void attributes() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            cursor.value();
            String namespace = xml.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                String name = xml.getAttributeLocalName(i);
                tree.put(attribute(name), xml.getAttributeValue(i));
            }
        }
    }

    private static String attribute(String name) {
        return Property.ofXml(name)
                .filter(property -> property.use() == Property.Use.NAMES)
                .map(Property::json)
                .orElse(name);
    }

    private void child(String name) throws XMLStreamException {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "properties" -> {
                while (cursor.next("a property") == XMLStreamConstants.START_ELEMENT) {
                    property();
                }
            }
            case "deleted" -> {
                while (cursor.next("the name of a property") == XMLStreamConstants.START_ELEMENT) {
                    delete();
                }
            }
            default -> {
                lines.put("/" + name, place());
                put(tree, name, cursor.text());
            }
        }
    }

    private void property() throws XMLStreamException {
        String place = place();
        String named = xml.getAttributeValue(null, "name");
        String element = xml.getLocalName();
        boolean byAttribute = element.equals("property") && named != null;
        Optional<Property> known = byAttribute ? Optional.empty() : Property.ofXml(element);
        String text = cursor.text();
        if (known.isPresent()) {
            String name = known.get().json();
            lines.put("/properties/" + name, place);
            JsonNode value = XmlValues.read(known.get(), text);
            value.forEach(person -> cursor.value());
            properties.set(name, value);
        } else {
            String name = byAttribute ? named : element;
            lines.put("/userData/" + name.replace("~", "~0").replace("/", "~1"), place);
            put(userData, name, text);
        }
    }

    private void delete() throws XMLStreamException {
        String element = xml.getLocalName();
        String named = xml.getAttributeValue(null, "name");
        lines.put("/deleted/" + deleted.size(), place());
        deleted.add(
                element.equals("property") && named != null
                        ? named
                        : Property.ofXml(element).map(Property::json).orElse(element));
        String unused = cursor.text();
    }

    private static void put(ObjectNode into, String name, @Nullable String text) {
        if (text == null) {
            into.putObject(name);
        } else {
            into.put(name, text);
        }
    }

    private String place() {
        return "line " + cursor.line() + ", <" + xml.getLocalName() + ">";
    }
}
