package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be answered, and what strangers wrote that must not keep anybody from answering. */
@ExtendWith(SharedHub.class)
class RefusedReplyTest {
    private static final String LARGE =
            "{'name':'a.bin','content':'" + Base64.getEncoder().encodeToString(new byte[60_000]) + "'}";
    private static final byte[] ODD = ("From: Jo <jo@example.org>\r\nSubject: Odd\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee.\r\n--b\r\n"
                    + "Content-Type: image/@png\r\nContent-Disposition: attachment; filename=\"cat.png\"\r\n\r\n"
                    + "meow\r\n--b--\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final Client client;

    RefusedReplyTest(Client client) {
        this.client = client;
    }

    @Test
    void aReplyThatIsLargerThanItsAccountTakesShouldBeRefusedAndTheLeaseStay() {
        Work work = pulled("Inbound");
        Client.Answer large =
                client.post(work.path() + "/reply", work.with("'text':'See','attachments':[" + LARGE + "]"));
        Client.Answer small = client.post(work.path() + "/reply", work.with("'text':'See','complete':true"));

        assertThat(large.status()).as(large.text()).isEqualTo(413);
        assertThat(large.at("/code")).isEqualTo("too-large");
        assertThat(large.at("/detail")).contains("maxMessageSize", "small");
        assertThat(small.status()).as(small.text()).isEqualTo(201);
    }

    @Test
    void aNewMailThatIsLargerThanItsAccountTakesShouldBeRefused() {
        Client.Answer large = client.post(
                "/api/v1/mails",
                "{'to':'jo@example.org','subject':'Hi','text':'See','account':'small','attachments':[" + LARGE + "]}");

        assertThat(large.status()).as(large.text()).isEqualTo(413);
        assertThat(large.at("/detail")).contains("maxMessageSize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'cc':'jo@example.org'", "'bcc':'jo@example.org'", "'to':[],'cc':'jo@example.org'"})
    void aNewMailMayHaveCopiesOnly(String recipients) {
        Client.Answer made = client.post("/api/v1/mails", "{'subject':'Hi','text':'Hello'," + recipients + "}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(client.get(made.header("Location") + "/raw").text()).doesNotContain("\nTo:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "redirect"})
    void aMailOfOursShouldNotBeAnsweredOrRedirected(String verb) {
        Work work = pulled("Outbound");
        Client.Answer refused = client.post(
                work.path() + "/" + verb,
                work.with("'to':'jo@example.org'" + (verb.equals("reply") ? ",'text':'x'" : "")));

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("wrong-state");
        assertThat(refused.at("/detail")).contains("is a mail of ours");
        client.post(work.path() + "/complete", work.with(""));
    }

    @Test
    void aMailOfOursMayBeForwarded() {
        Work work = pulled("Outbound");
        Client.Answer forwarded =
                client.post(work.path() + "/forward", work.with("'to':'al@example.org','complete':true"));

        assertThat(forwarded.status()).as(forwarded.text()).isEqualTo(201);
    }

    @Test
    void p54_aFileWhoseMediaTypeIsNoneShouldGoAlongAsOctets() {
        String odd = client.mail("/api/v1/interactions", ODD).header("Location");
        Work work = pulled("Inbound");
        Client.Answer reply = client.post(
                work.path() + "/reply",
                work.with("'text':'Back','complete':true,'attachments':[{'href':'" + odd + "/attachments/1'}]"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(client.get(reply.header("Location") + "/raw").text())
                .containsPattern("Content-Type: application/octet-stream(;\\s+name=\"?cat\\.png)?");
    }

    /** In a client's hands. */
    private record Work(String path, String token) {
        String with(String fields) {
            return "{'token':'" + token + "'" + (fields.isEmpty() ? "" : "," + fields) + "}";
        }
    }

    private Work pulled(String type) {
        client.post(
                "/api/v1/interactions",
                "{'queue':'small','type':'" + type + "','subject':'Where is it?','from':'jo@example.org'}");
        Client.Answer pulled = client.post("/api/v1/queues/small/pull", "{}");
        return new Work("/api/v1/interactions/" + pulled.at("/items/0/id"), pulled.at("/items/0/lease/token"));
    }
}
