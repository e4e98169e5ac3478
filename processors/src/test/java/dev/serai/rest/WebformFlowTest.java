package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form on a whole hub: read at intake, decided, answered by mail, answered back. */
class WebformFlowTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ROOT = "/api/v1/interactions";

    private static SmtpSink sink;
    private static Hub hub;

    private final Client client = new Client(hub.httpPort());

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sink = SmtpSink.start();
        hub = new TestInstance(folder)
                .account("default", sink.port())
                .file(
                        "routes/capture/capture-webform-contact.camel.yaml",
                        WebformHub.file("contact", "honeypot: website, rate: 1000/s"))
                .start();
    }

    @AfterAll
    static void stop() {
        hub.close();
        sink.close();
    }

    private String post(String body) {
        Client.Answer answer =
                client.bytes("POST", WebformHub.FORM, WebformHub.URL_ENCODED, body.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("/reference");
    }

    private Client.Answer settled(String id) {
        await().atMost(SOON)
                .until(() -> !client.get(ROOT + "/" + id).at("/queue").matches("intake|inbound"));
        return client.get(ROOT + "/" + id);
    }

    @Test
    void aVisitorShouldBeAnsweredByMailAndAnswerBackIntoTheThread() {
        String id = post(
                "email=ann@example.org&name=Ann+Doe&subject=Invoice+INV-004711&message=Where+is+my+invoice+INV-004711%3F");
        Client.Answer stored = settled(id);

        assertThat(stored.at("/queue")).isEqualTo("billing");
        assertThat(stored.at("/kind")).isEqualTo("message");
        assertThat(stored.at("/mediaType")).isEqualTo("email");
        assertThat(stored.at("/contact/address")).isEqualTo("ann@example.org");
        assertThat(stored.at("/userData/Mailbox")).isEqualTo("contact@example.com");

        await().atMost(SOON)
                .until(() ->
                        sink.received().stream().anyMatch(mail -> mail.text().contains("ann@example.org")));
        String reply = sink.received().stream()
                .map(SunkMail::text)
                .filter(text -> text.contains("ann@example.org"))
                .findFirst()
                .orElseThrow();
        assertThat(reply).contains("Auto-Submitted: auto-replied", "In-Reply-To: " + stored.at("/messageId"));

        String mail =
                "From: ann@example.org\r\nTo: support@example.com\r\nSubject: Re: Invoice\r\nMessage-ID: <back@example.org>\r\n"
                        + "In-Reply-To: " + messageId(reply) + "\r\n\r\nThank you.\r\n";
        String answered =
                client.mail(ROOT, mail.getBytes(StandardCharsets.US_ASCII)).at("/id");
        Client.Answer back = settled(answered);

        assertThat(back.at("/threadId")).isEqualTo(stored.at("/threadId"));
        assertThat(back.at("/subtype")).isEqualTo("InboundCustomerReply");
    }

    private static String messageId(String mail) {
        Matcher id = Pattern.compile("(?im)^Message-ID:\\s*(<\\S+>)").matcher(mail);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void noVisitorShouldMakeAMailBounce() {
        String text =
                "This is the mail system at host mail.example.org.\n\nI'm sorry to have to inform you that your message could not"
                        + " be delivered.\n\n<support@example.com>: host mx said: 550 5.1.1 User unknown\n\nFinal-Recipient: rfc822;"
                        + " support@example.com\nAction: failed\nStatus: 5.1.1\n";
        String id = post("email=mailer-daemon@example.org&name=Mail+Delivery+System&subject="
                + URLEncoder.encode("Undelivered Mail Returned to Sender", StandardCharsets.UTF_8) + "&message="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
        Client.Answer stored = settled(id);

        assertThat(stored.at("/kind")).isEqualTo("message");
        assertThat(stored.at("/subtype")).isEqualTo("InboundNew");
        assertThat(stored.json().has("bounce")).isFalse();
    }

    @Test
    void whoGivesOneOfOurAddressesShouldNotBeAnswered() {
        int before = sink.received().size();
        String id = post("email=support@example.com&subject=Invoice+INV-004712&message=invoice+INV-004712");
        Client.Answer stored = settled(id);

        assertThat(stored.json().has("contact")).isFalse();
        assertThat(sink.received().stream().skip(before).map(SunkMail::text))
                .noneMatch(text -> text.contains("To: support@example.com"));
    }

    @Test
    void theTimelineShouldTellWhereItCameFromAndWhatItHas() {
        String id = post("email=jo@example.org&message=opening+hours&order=4711");
        String timeline = client.get(ROOT + "/" + id + "/timeline").text();
        Client.Answer points = client.get("/api/v1/capture-points");

        assertThat(timeline).contains("point:contact", "\"fields\":[\"order\"]");
        assertThat(points.text()).contains("\"/api/v1/webforms/contact\"", "\"webform\"");
        assertThat(settled(id).at("/userData/Form_order")).isEqualTo("4711");
    }
}
