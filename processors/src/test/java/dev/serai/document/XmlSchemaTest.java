package dev.serai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The published schema of the XML form knows what is read and written, and nothing else. */
class XmlSchemaTest {
    private static final Path FILE = Path.of(System.getProperty("serai.home"), "docs/schemas/operation.xsd");

    @Test
    void itShouldHaveEveryPropertyAndNoOther() throws Exception {
        Set<String> declared = Pattern.compile("^  <xs:element name=\"([A-Z]\\w+)\"", Pattern.MULTILINE)
                .matcher(Files.readString(FILE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(declared)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Property.values()).map(Property::xml).toList());
    }

    @Test
    void whatTheHubWritesShouldFit() throws Exception {
        Response changed = new Response(
                "changed",
                new Reference("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "A-1", "default"),
                Map.of("state", "held", "queue", "billing", "heldUntil", "2026-11-20T10:00:00.123Z"),
                Map.of("priority", 7, "a key & more", "x < y", "Queue", "mine", "tier", true),
                List.of("language", "old key"),
                null,
                null);
        Response error =
                Response.error(new Reference(null, "\"A\" & B", null), Refusal.of(Code.NOT_FOUND, "no <such>\u0001"));

        validate(changed.write(Form.XML));
        validate(Response.write(List.of(changed, error, Response.pong()), Form.XML));
        assertThat(changed.write(Form.XML))
                .contains("<HeldUntil>2026-11-20 10:00:00</HeldUntil>", "<property name=\"Queue\">mine</property>");
    }

    @Test
    void whatIsReadShouldFit() throws Exception {
        validate("<interactions><interaction operation='submit' ExternalId='A-1'><properties><Priority>60</Priority>"
                + "<ReceivedAt>2026-11-20 10:00:00</ReceivedAt><tier>gold</tier></properties></interaction>"
                + "<interaction operation='ping'/></interactions>");
    }

    @Test
    void whatIsRefusedShouldNotFit() {
        for (String wrong : List.of(
                "<interaction operation='explode'/>",
                "<interaction/>",
                "<interaction operation='submit'><properties><Priority>101</Priority></properties></interaction>",
                "<interaction operation='submit'><properties><ReceivedAt>today</ReceivedAt></properties></interaction>",
                "<interaction operation='submit'><properties><Queue>No Queue</Queue></properties></interaction>")) {
            assertThat(Document.read("<a>" + wrong + "</a>").requests())
                    .hasOnlyElementsOfType(Request.Unreadable.class);
            assertThatThrownBy(() -> validate(wrong)).as(wrong).isInstanceOf(SAXException.class);
        }
    }

    private static void validate(String xml) throws Exception {
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(FILE.toFile());
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }
}
