package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Giving work to the hub over REST. */
@ExtendWith(SharedHub.class)
class SubmitApiTest {
    private static final byte[] MAIL =
            ("From: Jo <jo@example.org>\r\nTo: support@example.com\r\nSubject: hi\r\nMessage-ID: <m1@example.org>\r\n"
                            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n"
                            + "--b\r\nContent-Type: text/html; name=\"x.html\"\r\nContent-Disposition: attachment;"
                            + " filename=\"x.html\"\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private final Client client;

    SubmitApiTest(Client client) {
        this.client = client;
    }

    @Test
    void submitShouldAnswerTheInteractionAndWhereItIs() {
        Client.Answer answer = submit("{'queue':'general','subject':'Hello','from':'jo@example.org'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/interactions/" + answer.at("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.at("/state")).isEqualTo("queued");
        assertThat(answer.at("/contact/address")).isEqualTo("jo@example.org");
        assertThat(client.get(answer.header("Location")).at("/subject")).isEqualTo("Hello");
    }

    @Test
    void submitShouldPointAtTheUnknownField() {
        Client.Answer answer = submit("{'queue':'general','subjekt':'Hello'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo("invalid-request");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/subjekt");
        assertThat(answer.at("/requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void submitShouldBeRefusedWhenTheContentTypeIsAForms() {
        Client.Answer answer =
                client.post("/api/v1/interactions", "", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("/code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void submitShouldBeRefusedWhenTheJsonIsBroken() {
        Client.Answer answer = submit("{'queue':");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).contains("line 1").doesNotContain("Source");
    }

    @Test
    void submitShouldBeRefusedWhenTheExternalIdIsBlank() {
        Client.Answer answer = submit("{'queue':'general','externalId':''}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/externalId");
        assertThat(answer.at("/detail")).contains("expected 1 to 255 characters");
    }

    @Test
    void submitShouldBeRefusedWhenTheQueueIsUndeclared() {
        Client.Answer answer = submit("{'queue':'nowhere'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("undeclared-queue");
    }

    @Test
    void submitShouldBeRefusedWhenTheBodyIsTooLarge() {
        Client.Answer answer = client.mail("/api/v1/interactions", new byte[26 << 20]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.at("/code")).isEqualTo("too-large");
    }

    @Test
    void submitShouldAnswerTheFirstWhenTheExternalIdIsKnown() {
        Client.Answer first = submit("{'queue':'general','externalId':'e-1'}");
        Client.Answer again = submit("{'queue':'general','externalId':'e-1'}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(client.get("/api/v1/interactions?externalId=e-1").json().path("items"))
                .hasSize(1);
    }

    @Test
    void submitShouldAnswerTheFirstResultWhenTheKeyComesTwice() {
        String key = UUID.randomUUID().toString();
        Client.Answer first = submit("{'queue':'general'}", "Idempotency-Key", key);
        Client.Answer again = submit("{'queue':'general'}", "Idempotency-Key", key);
        Client.Answer other = submit("{'queue':'billing'}", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void submittedMailShouldWaitInIntakeAndGiveItsBytesBack() {
        Client.Answer answer = client.mail("/api/v1/interactions", MAIL);
        Client.Answer raw = client.get(answer.header("Location") + "/raw");

        assertThat(answer.at("/queue")).isEqualTo("intake");
        assertThat(raw.response().body()).isEqualTo(MAIL);
        assertThat(raw.header("Content-Type")).isEqualTo("message/rfc822");
        assertThat(raw.header("Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void anAttachmentShouldBeADownloadThatNoBrowserRuns() {
        String location = client.mail("/api/v1/interactions", MAIL).header("Location");
        Client.Answer attachment = client.get(location + "/attachments/1");

        assertThat(attachment.text()).contains("<script>");
        assertThat(attachment.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(attachment.header("Content-Disposition")).startsWith("attachment; filename=\"x.html\"");
        assertThat(attachment.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(attachment.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(client.get(location + "/attachments/2").status()).isEqualTo(404);
    }

    private Client.Answer submit(String json, String... headers) {
        return client.post("/api/v1/interactions", json, headers);
    }
}
