package dev.serai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML that wants more than to be read. */
class HostileXmlTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a><i operation='ping'/></a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]><a><i operation='ping'/></a>",
                "<!DOCTYPE a [<!ENTITY b 'lol'><!ENTITY c '&b;&b;&b;'>]><a><i operation='submit'><properties><Subject>&c;"
                        + "</Subject></properties></i></a>",
                "<a><i operation='submit'><properties><Subject>&c;</Subject></properties></i></a>",
                "<a xmlns:xi='http://www.w3.org/2001/XInclude'>text<xi:include href='file:///etc/passwd'/></a>"
            })
    void itShouldBeRefusedAsAWhole(String xml) {
        assertThat(Document.read(xml).fault()).isNotNull();
        assertThat(Document.read(xml.getBytes(StandardCharsets.UTF_8)).fault()).isNotNull();
    }

    @Test
    void filesOfTheHubShouldNotComeOut() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        Document document = Document.read("<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'>]><i operation='submit'><properties><Subject>&x;</Subject></properties></i>");

        assertThat(document.toString()).doesNotContain("s3cret");
    }

    @Test
    void elementsWithinElementsShouldHaveAnEnd() {
        String deep = "<a><i operation='submit'><properties><x>" + "<y>".repeat(100_000) + "</x></properties></i></a>";

        assertThat(Document.read(deep).fault().detail()).contains("nested too deep");
    }

    @Test
    void hugeDocumentsShouldBeRefusedUnread() {
        assertThat(Document.read(" ".repeat(Document.MOST_BYTES + 1)).fault().detail())
                .contains("expected at most");
        assertThat(Document.read("<a>" + "<i operation='ping'/>".repeat(Document.MOST_OPERATIONS + 1) + "</a>")
                        .fault()
                        .detail())
                .contains("more than 10000 operations");
    }

    @Test
    void deepJsonShouldBeRefusedToo() {
        assertThat(Document.read("[".repeat(100_000)).fault().detail()).contains("nested too deep");
    }

    @Test
    void namesOfHeadersShouldBeUserDataAndNothingElse() {
        Document document = Document.read("<i operation='submit'><properties><CamelHttpUri>http://x</CamelHttpUri>"
                + "<seraiInteractionId>1</seraiInteractionId><JMSReplyTo>q</JMSReplyTo><property name='mail.smtp.host'>h"
                + "</property></properties></i>");

        Request.Submit submit = (Request.Submit) document.requests().get(0);
        assertThat(submit.submit().userData().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        List.of("CamelHttpUri", "seraiInteractionId", "JMSReplyTo", "mail.smtp.host"));
    }
}
