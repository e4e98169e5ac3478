package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passing on what a client has, over REST. */
@ExtendWith(SharedHub.class)
class ForwardApiTest {
    private static final byte[] MAIL =
            ("From: Jo <jo@example.org>\r\nTo: support@example.com\r\nSubject: My plan\r\nX-Serai-Hops: 1\r\n"
                            + "Message-ID: <plan@example.org>\r\nMIME-Version: 1.0\r\n"
                            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the plan.\r\n--b\r\n"
                            + "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"plan.pdf\"\r\n"
                            + "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n--b--\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private final Client client;

    ForwardApiTest(Client client) {
        this.client = client;
    }

    @Test
    void forwardShouldBeStoredOnceWithTheCompletion() {
        Work work = pulled();
        String json = "{'to':['expert@partner.example',{'name':'Bea','address':'bea@partner.example'}],'cc':"
                + "'team@partner.example','bcc':'archive@partner.example','text':'Please look.','complete':true,"
                + work.token() + "}";
        String key = UUID.randomUUID().toString();
        Client.Answer forwarded = client.post(work.path() + "/forward", json, "Idempotency-Key", key);
        Client.Answer again = client.post(work.path() + "/forward", json, "Idempotency-Key", key);
        Client.Answer late = client.post(work.path() + "/forward", json);

        assertThat(forwarded.status()).as(forwarded.text()).isEqualTo(201);
        assertThat(forwarded.at("/subtype")).isEqualTo("OutboundForward");
        assertThat(forwarded.at("/parentId")).isEqualTo(work.id());
        assertThat(again.at("/id")).isEqualTo(forwarded.at("/id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(late.at("/code")).isEqualTo("lease-lost");
        assertThat(client.get(work.path()).at("/stopReason")).isEqualTo("forwarded");
        assertThat(client.get(work.path() + "/timeline").text()).contains("\"forward\":\"" + forwarded.at("/id"));
        assertThat(client.get("/observe/metrics").text())
                .contains("serai_replies_total{kind=\"forward\",result=\"accepted\"}");
    }

    @Test
    void forwardShouldSayWhatItPassesOnBelowTheText() {
        Work work = pulled();
        Client.Answer forwarded = client.post(
                work.path() + "/forward",
                "{'to':'expert@partner.example','text':'Please look.','bcc':'archive@partner.example'," + work.token()
                        + "}");
        String mail = client.get(forwarded.header("Location") + "/raw").text();

        assertThat(forwarded.at("/subject")).isEqualTo("Fwd: Where is it?");
        assertThat(mail)
                .contains("To: expert@partner.example", "Please look.", "the text of the question", "X-Serai-Hops: 1")
                .doesNotContain("archive@partner.example", "Auto-Submitted", "In-Reply-To");
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    @Test
    void forwardMayAskAnExpertAndLeaveLater() {
        Work work = pulled();
        Client.Answer invited = client.post(
                work.path() + "/forward",
                "{'to':'expert@partner.example','expect':'answer','sendAfter':'2099-01-01T00:00:00Z'," + work.token()
                        + "}");

        assertThat(invited.at("/subtype")).isEqualTo("OutboundCollaborationInvite");
        assertThat(client.get(invited.header("Location")).at("/availableAt")).startsWith("2099-01-01");
        assertThat(client.get(work.path()).at("/state")).isEqualTo("assigned");
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    @Test
    void mailShouldBeForwardedAsAFileOrWithItsFiles() {
        Work work = pulledMail();
        String to = "'to':'expert@partner.example'," + work.token();
        String attached = raw(client.post(work.path() + "/forward", "{'as':'attached'," + to + "}"));
        String inline = raw(client.post(work.path() + "/forward", "{" + to + "}"));
        String bare = raw(client.post(work.path() + "/forward", "{'keepAttachments':false," + to + "}"));

        assertThat(attached).contains("Content-Type: message/rfc822", "Subject: My plan");
        assertThat(inline).doesNotContain("message/rfc822");
        assertThat(bare).doesNotContain("plan.pdf");
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    @Test
    void mailShouldBeRedirectedAsItCame() {
        Work work = pulledMail();
        Client.Answer redirected = client.post(
                work.path() + "/redirect",
                "{'to':'jobs@partner.example','cc':{'name':'Bea','address':'bea@partner.example'},"
                        + "'bcc':'archive@partner.example','complete':true," + work.token() + "}");
        String mail = client.get(redirected.header("Location") + "/raw").text();

        assertThat(redirected.at("/subtype")).isEqualTo("OutboundRedirect");
        assertThat(mail)
                .contains(
                        "Resent-To: jobs@partner.example\r\nResent-Cc: Bea <bea@partner.example>\r\nResent-Message-ID: ")
                .endsWith(new String(MAIL, StandardCharsets.US_ASCII))
                .doesNotContain("archive@partner.example");
        assertThat(client.get(work.path()).at("/stopReason")).isEqualTo("redirected");
    }

    @Test
    void whatIsNoMailShouldNotBeRedirected() {
        Work work = pulled();
        Client.Answer redirected =
                client.post(work.path() + "/redirect", "{'to':'jobs@partner.example'," + work.token() + "}");

        assertThat(redirected.status()).isEqualTo(409);
        assertThat(redirected.at("/detail")).contains("has no mail");
        assertThat(client.get(work.path()).at("/state")).isEqualTo("assigned");
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    @Test
    void forwardAndRedirectShouldNameWhatIsWrong() {
        Work work = pulled();
        Client.Answer forward = client.post(work.path() + "/forward", "{'as':'fax','quote':true}");
        Client.Answer redirect = client.post(work.path() + "/redirect", "{'text':'x','to':'nobody'}");

        assertThat(pointers(forward)).containsExactlyInAnyOrder("/to", "/token", "/as", "/quote");
        assertThat(pointers(redirect)).containsExactlyInAnyOrder("/text", "/token", "/to");
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    private static List<String> pointers(Client.Answer answer) {
        return answer.json().path("errors").findValuesAsText("pointer");
    }

    private String raw(Client.Answer born) {
        assertThat(born.status()).as(born.text()).isEqualTo(201);
        return client.get(born.header("Location") + "/raw").text();
    }

    /** In a client's hands. */
    private record Work(String id, String lease) {
        String path() {
            return "/api/v1/interactions/" + id;
        }

        String token() {
            return "'token':'" + lease + "'";
        }
    }

    private Work pulled() {
        client.post(
                "/api/v1/interactions",
                "{'queue':'technical','priority':100,'subject':'Where is it?','from':'jo@example.org',"
                        + "'text':'the text of the question'}");
        return pull();
    }

    private Work pulledMail() {
        Client.Answer mail = client.mail("/api/v1/interactions", MAIL);
        client.post(mail.header("Location") + "/move", "{'queue':'technical'}");
        return pull();
    }

    private Work pull() {
        Client.Answer pulled = client.post("/api/v1/queues/technical/pull", "{}");
        return new Work(pulled.at("/items/0/id"), pulled.at("/items/0/lease/token"));
    }
}
