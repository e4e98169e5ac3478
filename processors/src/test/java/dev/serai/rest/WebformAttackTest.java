package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers try at a form. */
class WebformAttackTest {
    @TempDir
    static Path folder;

    private static WebformHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = WebformHub.start(folder, Map.of(), Map.of("contact", "rate: 1000/s, maxSize: 1MB"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void lineEndsShouldNeverWriteAHeader() {
        String evil = encoded("Jo\r\nBcc: victim@example.org\r\n\r\nbody");
        Client.Answer answer = hub.post(
                "contact",
                "email=jo@example.org&name=" + evil + "&subject=" + evil + "&message=" + WebformHub.unique());
        String head = hub.raw(answer).split("\r\n\r\n")[0];

        assertThat(answer.status()).isEqualTo(201);
        assertThat(head.lines()).noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(head).contains("Subject: Jo Bcc: victim@example.org body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo@example.org\r\nBcc: a@example.org",
                "jo@example.org, other@example.org",
                "Jo <jo@example.org>",
                "jo@example.org\u2028Bcc: a",
                "@example.org",
                "jo@",
                "jo@exa mple.org",
                "<script>@example.org",
                "jo@example.org>\nX: y"
            })
    void onlyOneAddressShouldBeAnAddress(String address) {
        Client.Answer answer = hub.post("contact", "email=" + encoded(address) + "&message=x");

        assertThat(answer.status()).as(address).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/email");
    }

    @Test
    void textThatLooksLikeAMailShouldStayText() {
        String text =
                "Content-Type: multipart/report; report-type=delivery-status\r\nFrom: mailer-daemon@example.org\r\n\r\n"
                        + "--x\r\nFinal-Recipient: rfc822; us@example.com\r\nAction: failed\r\n" + WebformHub.unique();
        Client.Answer answer = hub.post("contact", "email=jo@example.org&message=" + encoded(text));
        String raw = hub.raw(answer);

        assertThat(raw.split("\r\n\r\n")[0])
                .contains("Content-Type: text/plain; charset=UTF-8")
                .doesNotContain("report");
        assertThat(raw).contains("\r\n\r\nContent-Type: multipart/report");
    }

    @Test
    void noFieldShouldForgeANameOfTheHub() {
        Client.Answer answer = hub.post(
                "contact",
                "email=jo@example.org&Mailbox=a&CamelFileName=b&camelHttpMethod=c&SeraiInteractionId=d&mail.smtp.host=e&JMSReplyTo=f"
                        + "&ScrKey_order=g&Internal=true&Webform=other&WebformOrigin=x&To=y&tier=gold&CamelSqlQuery=z&message="
                        + WebformHub.unique());
        Interaction stored = hub.stored(answer);

        assertThat(stored.userData().keySet())
                .allSatisfy(name -> assertThat(name.startsWith("Form_") || name.equals("Webform"))
                        .as(name)
                        .isTrue());
        assertThat(stored.userData()).containsEntry("Webform", "contact").containsEntry("Form_tier", "gold");
    }

    @Test
    void namesOfFieldsShouldBeCleanAndBounded() {
        Client.Answer answer = hub.post(
                "contact", "email=jo@example.org&" + encoded("a b\r\n<x>") + "=1&message=" + WebformHub.unique());
        Client.Answer longName = hub.post("contact", "email=jo@example.org&message=x&" + "n".repeat(65) + "=1");

        assertThat(hub.stored(answer).userData()).containsEntry("Form_a_b_x_", "1");
        assertThat(longName.status()).isEqualTo(400);
    }

    @Test
    void aHundredThousandFieldsShouldBeRefused() {
        Client.Answer encoded = hub.post("contact", "email=jo@example.org&message=x" + "&a=b".repeat(100_000));
        Client.Answer json =
                hub.client().post(WebformHub.FORM, "{'a':1" + ",'b':1".repeat(1) + numbered(100_000) + "}");
        MultipartForm parts = new MultipartForm();
        for (int i = 0; i < 5000; i++) {
            parts.field("f" + i, "x");
        }

        assertThat(encoded.at("/detail")).contains("more than 100 fields");
        assertThat(json.status()).isIn(400, 413);
        assertThat(parts.post(hub.client(), WebformHub.FORM).at("/detail")).contains("more than 200 parts");
    }

    private static String numbered(int count) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append(",'f").append(i).append("':1");
        }
        return fields.toString();
    }

    @Test
    void aGigabyteShouldBeRefusedByItsLengthAlone() {
        Wire.Reply reply = Wire.send(
                hub.hub().port(),
                "POST",
                WebformHub.FORM,
                null,
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: 1000000000");

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void whoSendsSlowlyShouldNotKeepOthersOut() throws Exception {
        Socket[] slow = new Socket[9];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = begun();
        }
        String ninth = new String(slow[8].getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        Client.Answer rest = hub.client().post("/api/v1/interactions", "{'queue':'general'}");
        for (Socket one : slow) {
            one.close();
        }

        assertThat(ninth).isEqualTo("HTTP/1.1 429");
        assertThat(rest.status()).isEqualTo(201);
        await().until(() -> hub.spooled().isEmpty());
        await().until(() -> hub.post("contact", "email=jo@example.org&message=" + WebformHub.unique())
                        .status()
                == 201);
    }

    private static Socket begun() throws IOException {
        Socket socket = new Socket("127.0.0.1", hub.hub().port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("POST " + WebformHub.FORM + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                                + WebformHub.URL_ENCODED + "\r\nContent-Length: 500\r\n\r\nemail=")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void filesShouldBeKeptAsTheyAreAndShownByNobody() {
        Client.Answer answer = new MultipartForm()
                .field("email", "jo@example.org")
                .field("message", WebformHub.unique())
                .file(
                        "f",
                        "C:\\x\\page\u202E.html",
                        "text/html",
                        "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))
                .file(
                        "f",
                        "a\r\nX-Evil: 1.zip",
                        "application/zip\r\nX-Evil: 2",
                        "PK".getBytes(StandardCharsets.US_ASCII))
                .post(hub.client(), WebformHub.FORM);
        String raw = hub.raw(answer);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(raw)
                .contains("Content-Disposition: attachment; filename=page.html", "Content-Transfer-Encoding: base64");
        assertThat(raw.lines()).noneMatch(line -> line.startsWith("X-Evil"));
    }
}
