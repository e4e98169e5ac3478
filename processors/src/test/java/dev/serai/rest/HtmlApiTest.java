package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.store.MadeTable;
import dev.serai.store.RawContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTML and attachments of hostile mail over HTTP, on H2. */
class HtmlApiTest {
    private static final byte[] MAIL =
            ("From: \"<script>alert(1)</script>\" <jo@example.org>\r\nTo: support@example.com\r\n"
                            + "Subject: hi\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
                            + "Content-Type: text/html\r\n\r\n<p onclick=alert(1)>Hello</p><script>alert(1)</script>"
                            + "<img src=cid:logo><img src=https://example.org/spy.png>\r\n"
                            + "--b\r\nContent-Type: image/svg+xml; name=logo.svg\r\nContent-ID: <logo>\r\n\r\n"
                            + "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>\r\n--b--\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static RestHub hub;
    private static Client client;
    private static String location;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder, Map.of(), Map.of());
        client = new Client(hub);
        location = client.mail("/api/v1/interactions", MAIL).header("Location");
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void p52_htmlShouldBeAPageThatRunsNothing() {
        Client.Answer page = client.get(location + "/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "img-src 'self' data:", "form-action 'none'", "sandbox")
                .doesNotContain("https:", "allow-scripts");
        assertThat(page.text())
                .contains("<p>Hello</p>", "<img src=\"" + location + "/attachments/1\">")
                .doesNotContain("alert", "spy.png");
    }

    @Test
    void p52_picturesFromElsewhereShouldComeOnlyWhenAskedFor() {
        Client.Answer page = client.get(location + "/html?images=all");

        assertThat(page.text()).contains("https://example.org/spy.png");
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'self' data: https: http:");
        assertThat(client.get(location + "/html?images=some").status()).isEqualTo(400);
    }

    @Test
    void p52_attachedSvgShouldBeADownloadThatNoBrowserRuns() {
        Client.Answer svg = client.get(location + "/attachments/1");

        assertThat(svg.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(svg.header("Content-Disposition")).startsWith("attachment; filename=\"logo.svg\"");
        assertThat(svg.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(svg.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }

    @Test
    void htmlThatATransformerMadeShouldBeShownAsItWasStored() {
        String other = client.mail("/api/v1/interactions", MAIL).header("Location");
        store(other, MadeTable.HTML, "<p>Größe 5</p><script>alert(1)</script>");

        assertThat(client.get(other + "/html").text()).contains("<body><p>Größe 5</p></body>");
    }

    @Test
    void htmlThatATransformerTookAwayShouldNotBeShown() {
        String other = client.mail("/api/v1/interactions", MAIL).header("Location");
        store(other, MadeTable.HTML, "");

        assertThat(client.get(other + "/html").status()).isEqualTo(404);
    }

    @Test
    void htmlOfARewrittenMailShouldBeWhatWasWritten() {
        String other = client.mail("/api/v1/interactions", MAIL).header("Location");
        store(other, MadeTable.MAIL, "Content-Type: text/html\r\n\r\n<p>Rewritten</p>");

        assertThat(client.get(other + "/html").text()).contains("<p>Rewritten</p>");
    }

    private static void store(String location, int number, String made) {
        InteractionId id = InteractionId.of(location.substring(location.lastIndexOf('/') + 1));
        hub.store().writeNow(tx -> {
            tx.made().put("default", id, number, RawContent.of(made.getBytes(StandardCharsets.UTF_8)));
            return true;
        });
    }

    @Test
    void mailWithoutHtmlShouldSaySo() {
        byte[] plain = "From: jo@example.org\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII);
        String other = client.mail("/api/v1/interactions", plain).header("Location");

        assertThat(client.get(other + "/html").status()).isEqualTo(404);
    }
}
