package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Interactions with files, given as a form. */
@ExtendWith(SharedHub.class)
class FormSubmitTest {
    private static final String PATH = "/api/v1/interactions";

    private final Client client;

    FormSubmitTest(Client client) {
        this.client = client;
    }

    @Test
    void filesShouldBecomeAttachmentsThatCanBeDownloaded() {
        byte[] large = new byte[3 << 20];
        Arrays.fill(large, (byte) '\r');
        Client.Answer answer = new Form()
                .json("interaction", "{'queue':'general','subject':'Hello','text':'with files','userData':{'a':1}}")
                .file("file", "größe.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.US_ASCII))
                .file("other", "large.bin", "application/octet-stream", large)
                .post();
        Client.Answer stored = client.get(answer.header("Location"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(stored.at("/queue")).isEqualTo("general");
        assertThat(stored.at("/text")).isEqualTo("with files");
        assertThat(stored.at("/attachments/0/name")).isEqualTo("größe.pdf");
        assertThat(stored.at("/attachments/0/size")).isEqualTo("4");
        assertThat(client.get(stored.at("/attachments/0/href")).text()).isEqualTo("%PDF");
        assertThat(client.get(stored.at("/attachments/1/href")).response().body())
                .isEqualTo(large);
    }

    @Test
    void plainFieldsShouldSayTheSameAsJson() {
        Client.Answer answer = new Form()
                .field("queue", "general")
                .field("subject", "Grüße")
                .field("priority", "7")
                .field("to", "a@example.com")
                .field("to", "b@example.com")
                .field("userData.tier", "gold")
                .file("file", "", "application/octet-stream", new byte[0])
                .post();

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/subject")).isEqualTo("Grüße");
        assertThat(answer.at("/priority")).isEqualTo("7");
        assertThat(answer.at("/to/1/address")).isEqualTo("b@example.com");
        assertThat(answer.at("/userData/tier")).isEqualTo("gold");
        assertThat(answer.json().has("attachments")).isFalse();
    }

    @Test
    void theSameFormShouldBeARepeatWhateverItsBoundary() {
        String key = UUID.randomUUID().toString();
        Client.Answer first = form("one").post("Idempotency-Key", key);
        Client.Answer again = form("one").post("Idempotency-Key", key);
        Client.Answer other = form("two").post("Idempotency-Key", key);

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anAttachmentShouldGoAlongWithAForward() {
        String location = new Form()
                .field("queue", "technical")
                .field("priority", "100")
                .file("f", "plan.txt", "text/plain", "the plan".getBytes(StandardCharsets.US_ASCII))
                .post()
                .header("Location");
        Client.Answer pulled = client.post("/api/v1/queues/technical/pull", "{}");
        Client.Answer forwarded = client.post(
                location + "/forward",
                "{'to':'expert@partner.example','complete':true,'token':'" + pulled.at("/items/0/lease/token") + "'}");

        assertThat(forwarded.at("/attachments/0/name")).isEqualTo("plan.txt");
        assertThat(client.get(forwarded.at("/attachments/0/href")).text()).isEqualTo("the plan");
    }

    @Test
    void aFileNameShouldNotHideWhatItIs() {
        Client.Answer answer = new Form()
                .field("queue", "general")
                .file("f", "../../etc/inv\u202Egpj.exe", "evil\r\nX-Header: 1", new byte[1])
                .post();

        assertThat(answer.at("/attachments/0/name")).isEqualTo("invgpj.exe");
        assertThat(answer.at("/attachments/0/contentType")).isEqualTo("application/octet-stream");
    }

    @Test
    void whatIsWrongWithAFormShouldBeSaid() {
        Client.Answer unknown = new Form()
                .field("queue", "general")
                .field("CamelHttpMethod", "x")
                .post();
        Client.Answer both =
                new Form().json("interaction", "{}").field("queue", "general").post();
        Client.Answer twice =
                new Form().field("queue", "general").field("queue", "general").post();
        Client.Answer query = new Form().field("queue", "general").post(PATH + "?externalId=x");
        Client.Answer open = client.bytes(
                "POST", PATH, "multipart/form-data; boundary=x", "--x\r\n".getBytes(StandardCharsets.US_ASCII));
        Client.Answer bare = client.bytes("POST", PATH, "multipart/form-data", new byte[1]);
        Client.Answer long_ = new Form().field("text", "x".repeat(2 << 20)).post();

        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/CamelHttpMethod");
        assertThat(both.at("/detail")).contains("queue");
        assertThat(twice.at("/detail")).contains("twice");
        assertThat(query.status()).isEqualTo(400);
        assertThat(open.at("/detail")).contains("last boundary");
        assertThat(bare.at("/detail")).contains("boundary");
        assertThat(long_.at("/code")).isEqualTo("too-large");
    }

    private Form form(String content) {
        return new Form()
                .field("queue", "general")
                .file("f", "a.txt", "text/plain", content.getBytes(StandardCharsets.US_ASCII));
    }

    /** A form as browsers and curl send it. */
    private final class Form {
        private final String boundary = "----" + UUID.randomUUID();
        private final java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();

        Form field(String name, String value) {
            return part(
                    "Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        }

        Form json(String name, String json) {
            return part(
                    "Content-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: application/json",
                    json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, String fileName, String type, byte[] bytes) {
            return part(
                    "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                            + "\"\r\nContent-Type: " + type,
                    bytes);
        }

        private Form part(String header, byte[] bytes) {
            body.writeBytes(("--" + boundary + "\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Client.Answer post(String... headers) {
            boolean path = headers.length == 1;
            body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return client.bytes(
                    "POST",
                    path ? headers[0] : PATH,
                    "multipart/form-data; boundary=" + boundary,
                    body.toByteArray(),
                    path ? new String[0] : headers);
        }
    }
}
