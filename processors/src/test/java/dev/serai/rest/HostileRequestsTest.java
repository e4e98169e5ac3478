package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of REST write to get a header of their own into a mail or an exchange; judged by the mail that leaves. */
class HostileRequestsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INJECTED = "\\r\\nBcc: evil@evil.example\\r\\nX-Evil: 1";
    private static final List<String> NAMES = List.of(
            "CamelHttpUri",
            "camelhttpuri",
            "CAMELSmtpUri",
            "Camel-Subject",
            "SeraiInteractionId",
            "seraiinteractionid",
            "JMSReplyTo",
            "jmsreplyto",
            "mail.smtp.host",
            "mail.smtp.from");

    @SuppressWarnings("NullAway.Init") // JUnit starts them
    private static SmtpSink sink;

    @SuppressWarnings("NullAway.Init")
    private static Hub hub;

    private final Client client = new Client(hub.httpPort());

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sink = SmtpSink.start();
        hub = new TestInstance(folder).account("default", sink.port()).start();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        sink.close();
    }

    @Test
    void whatBecomesAHeaderShouldLeaveAsOneLine() {
        Work work = pulled("{'queue':'billing','subject':'Hello" + INJECTED + "','text':'x','externalId':'a" + INJECTED
                + "','from':{'name':'Jo" + INJECTED + "','address':'jo@example.org'}}");
        Client.Answer reply = client.post(
                work.path() + "/reply",
                "{'text':'Here.','to':{'name':'Jo\\u2028" + INJECTED + "\\u202egpj','address':'jo@example.org'},"
                        + "'cc':[{'name':'" + INJECTED + "','address':'cc@example.org'}],'attachments':[{'name':'a"
                        + INJECTED + "\\u202egpj.exe','contentType':'text/plain','content':'eA=='}],'complete':true,"
                        + work.token() + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        SunkMail mail = sent(reply);

        assertThat(mail.recipients()).containsExactlyInAnyOrder("<jo@example.org>", "<cc@example.org>");
        assertThat(header(mail))
                .contains("Subject: Re: Hello Bcc: evil@evil.example X-Evil: 1")
                .doesNotContainPattern("(?mi)^(bcc|x-evil):")
                .doesNotContain("\u202e", "=E2=80=AE");
        assertThat(mail.text()).doesNotContainPattern("(?mi)^x-evil:").doesNotContain("%E2%80%AE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "forward"})
    void aSubjectOfSeveralLinesShouldBeRefused(String verb) {
        Work work = pulled("{'queue':'billing','from':'jo@example.org'}");
        for (String end : List.of("\\r\\n", "\\n", "\\r", "\\u0000", "\\u0085", "\\u2028", "\\u2029")) {
            Client.Answer answer = client.post(
                    work.path() + "/" + verb,
                    "{'to':'jo@example.org','text':'x','subject':'a" + end + "Bcc: evil@evil.example'," + work.token()
                            + "}");
            assertThat(answer.at("/errors/0/pointer")).as(end).isEqualTo("/subject");
        }
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "forward", "redirect"})
    void anAddressWithAnotherHeaderShouldBeRefused(String verb) {
        Work work = pulled("{'queue':'billing','from':'jo@example.org'}");
        for (String field : List.of("to", "cc", "bcc")) {
            for (String bad : List.of(
                    "jo@example.org" + INJECTED,
                    "jo\\u0000@example.org",
                    "jo@exam\\u202eple.org",
                    "jo@example.org\\u2028x",
                    "<jo@example.org> RCPT TO:<evil@evil.example>")) {
                Client.Answer answer = client.post(
                        work.path() + "/" + verb,
                        "{'to':'jo@example.org','" + field + "':'" + bad + "'," + work.token()
                                + (verb.equals("redirect") ? "}" : ",'text':'x'}"));
                assertThat(answer.status()).as(field + bad).isEqualTo(400);
                assertThat(answer.at("/errors/0/pointer")).as(field + bad).isEqualTo("/" + field);
            }
        }
        client.post(work.path() + "/complete", "{" + work.token() + "}");
    }

    @Test
    void namesOfTheHubsOwnHeadersShouldGetNowhere() {
        for (String name : NAMES) {
            Client.Answer header =
                    client.post("/api/v1/interactions", "{'queue':'general'}", name, "http://evil.example");
            Client.Answer query = client.get("/api/v1/interactions?" + name + "=x");
            Client.Answer json = client.post("/api/v1/interactions", "{'queue':'general','" + name + "':'x'}");
            Client.Answer form = client.bytes(
                    "POST",
                    "/api/v1/interactions",
                    "multipart/form-data; boundary=b",
                    ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\nx\r\n--b--\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(header.status()).as(name).isEqualTo(201);
            assertThat(header.header(name)).isNull();
            assertThat(query.at("/errors/0/pointer")).isEqualTo("?" + name);
            assertThat(json.at("/errors/0/pointer")).isEqualTo("/" + name);
            assertThat(form.at("/errors/0/pointer")).isEqualTo("/" + name);
        }
    }

    @Test
    void headersOfAPostedMailShouldStayInTheMail() {
        String mail =
                "From: jo@example.org\r\nTo: support@example.com\r\nSubject: Hi\r\nCamelHttpUri: http://evil.example\r\n"
                        + "mail.smtp.host: evil.example\r\nSeraiQueue: billing\r\nJMSReplyTo: x\r\n\r\nHello\r\n";
        Client.Answer submitted =
                client.mail("/api/v1/interactions", mail.getBytes(StandardCharsets.US_ASCII), "SeraiQueue", "billing");
        String path = submitted.header("Location");
        await().atMost(SOON).until(() -> !client.get(path).at("/queue").matches("intake|inbound|"));
        client.post(path + "/move", "{'queue':'billing'}");
        Work work = pull();
        SunkMail reply =
                sent(client.post(work.path() + "/reply", "{'text':'Hello.','complete':true," + work.token() + "}"));

        assertThat(reply.recipients()).containsExactly("<jo@example.org>");
        assertThat(header(reply)).doesNotContainPattern("(?mi)^(camel|serai|jms|mail\\.smtp)");
    }

    private static String header(SunkMail mail) {
        String text = mail.text();
        return text.substring(0, text.indexOf("\n\n")).replace("\n ", " ").replace("\n\t", " ");
    }

    private SunkMail sent(Client.Answer outbound) {
        String messageId = client.get(outbound.header("Location")).at("/messageId");
        await().atMost(SOON)
                .until(() -> sink.received().stream()
                        .anyMatch(mail -> mail.text().replace("\n ", " ").contains(messageId)));
        return sink.received().stream()
                .filter(mail -> mail.text().replace("\n ", " ").contains(messageId))
                .findFirst()
                .orElseThrow();
    }

    private Work pulled(String json) {
        assertThat(client.post("/api/v1/interactions", json).status()).isEqualTo(201);
        return pull();
    }

    private Work pull() {
        Client.Answer pulled = client.post("/api/v1/queues/billing/pull", "{}");
        return new Work(pulled.at("/items/0/id"), pulled.at("/items/0/lease/token"));
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
}
