package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer's mail goes to an expert outside and the answer comes back, on real servers: Dovecot, PostgreSQL, smtp-sink. */
class ExpertFlowTest {
    private static final String PASSWORD = "secret";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern MESSAGE_ID = Pattern.compile("\\nMessage-ID: (<[^>]+>)");
    private static final String STRATEGY = """
            - route:
                id: strategy-inbound
                description: Asks an expert.
                from:
                  uri: direct:strategy-inbound
                  steps:
                    - choice:
                        id: which
                        when:
                          - id: the-answer
                            expression: {simple: {expression: "${body.subtype} == 'InboundCollaborationReply'"}}
                            steps:
                              - to: {id: told, uri: "kamelet:stop-action"}
                          - id: answered
                            expression: {simple: {expression: "${body.waited} == 'reply'"}}
                            steps:
                              - to: {id: said, uri: "kamelet:attach-action", parameters: {key: expertSays, value: "${body.reply.newText}"}}
                              - to: {id: to-billing, uri: "kamelet:place-action", parameters: {queue: billing}}
                          - id: late
                            expression: {simple: {expression: "${body.waited} == 'time'"}}
                            steps:
                              - to: {id: to-general, uri: "kamelet:place-action", parameters: {queue: general}}
                          - id: away
                            expression: {simple: {expression: "${body.subject} contains 'application'"}}
                            steps:
                              - to: {id: redirect, uri: "kamelet:redirect-action", parameters: {to: jobs@partner.example}}
                    - to:
                        id: ask
                        uri: kamelet:forward-action
                        parameters: {to: Experts <expert@partner.example>, expect: answer, as: %s, text: Please tell us what to answer.}
                    - to: {id: until-answered, uri: "kamelet:wait-action", parameters: {until: reply, for: %s}}
            """;

    @TempDir
    private Path folder;

    @Test
    void anExpertsAnswerShouldWakeTheCustomersMailAndBecomeTheReply() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = instance(dovecot, sink, "inline", "2h");
            dovecot.deliver(
                    "support", Files.readAllBytes(TestInstance.checkout().resolve("samples/pdf-umlaut-name.eml")));

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                SunkMail invitation = sink.received().get(0);
                assertThat(invitation.recipients()).containsExactly("<expert@partner.example>");
                assertThat(invitation.from()).startsWith("<support@example.com>");
                assertThat(invitation.text())
                        .contains("Auto-Submitted: auto-generated", "X-Serai-Hops: 1", "Please tell us what to answer.")
                        .contains("application/pdf", "JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFI+")
                        .doesNotContain("In-Reply-To");
                Interaction question = only(hub, "InboundNew");
                assertThat(question.standing().state()).isEqualTo(State.QUEUED);
                assertThat(question.standing().waiting().until()).isEqualTo(Wait.Until.REPLY);
                assertThat(get(hub, "/queues").findValue("items"))
                        .anySatisfy(queue -> assertThat(queue.toString())
                                .contains("\"name\":\"inbound\"", "\"depth\":0", "\"waiting\":1"));

                dovecot.deliver("support", answer(messageId(invitation)));
                await().atMost(SOON).until(() -> "billing".equals(queue(hub, question)));

                Interaction answer = only(hub, "InboundCollaborationReply");
                Interaction after = load(hub, question);
                assertThat(answer.origin().threadId()).isEqualTo(question.id());
                assertThat(answer.userData())
                        .containsEntry("Woke", question.id().value());
                assertThat(String.valueOf(after.userData().get("expertSays"))).startsWith("Yes, until March.");
                assertThat(after.standing().waiting().times()).isEqualTo(1);
                await().atMost(SOON).until(() -> load(hub, answer).standing().state() == State.STOPPED);

                reply(hub, answer);
                await().atMost(SOON).until(() -> sink.received().size() == 2);
                SunkMail reply = sink.received().get(1);
                assertThat(reply.recipients()).containsExactly("<petra.schulz@kanzlei.example.net>");
                assertThat(reply.text()).contains("Yes, until March.").doesNotContain("Please tell us what to answer");
            }
        }
    }

    @Test
    void aRedirectedMailShouldArriveAsItCame() throws Exception {
        String body = "Grüße\r\n.\r\n" + "A long line of a long mail, in eight bits: äöü.\r\n".repeat(40_000);
        String original = "From: Jo <jo@example.org>\r\nReply-To: jo@home.example\r\nTo: support@example.com\r\n"
                + "Subject: My application\r\nMessage-ID: <application@example.org>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + body;
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = instance(dovecot, sink, "attached", "2h");
            dovecot.deliver(
                    "support", ("Return-Path: <jo@example.org>\r\n" + original).getBytes(StandardCharsets.UTF_8));

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                SunkMail sent = sink.received().get(0);
                String text = new String(sent.bytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");

                assertThat(sent.recipients()).containsExactly("<jobs@partner.example>");
                assertThat(sent.from()).startsWith("<support@example.com>");
                assertThat(text).contains("Resent-From: Example Support <support@example.com>\nResent-Date: ");
                assertThat(text).doesNotContain("Return-Path").endsWith(original.replace("\r\n", "\n"));
                Interaction done = only(hub, "InboundNew");
                assertThat(done.standing().stopReason()).isEqualTo("redirected");
            }
        }
    }

    @Test
    void anAttachedOriginalShouldArriveWholeAndTheWaitEndWithItsTime() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = instance(dovecot, sink, "attached", "2s");
            dovecot.deliver(
                    "support",
                    "From: jo@example.org\r\nSubject: Grüße\r\n\r\nWas nun? äöü\r\n".getBytes(StandardCharsets.UTF_8));

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                String text = new String(sink.received().get(0).bytes(), StandardCharsets.UTF_8);

                assertThat(text).contains("Content-Type: message/rfc822", "Was nun? äöü");
                Interaction question = only(hub, "InboundNew");
                await().atMost(SOON).until(() -> "general".equals(queue(hub, question)));
                assertThat(load(hub, question).standing().waiting().times()).isEqualTo(1);
                assertThat(sink.received()).hasSize(1);
            }
        }
    }

    private TestInstance instance(Dovecot dovecot, SmtpSink sink, String as, String longest) {
        dovecot.addUser("support", PASSWORD);
        return new TestInstance(folder)
                .on(Postgres.shared().createDatabase())
                .imap("support", dovecot, PASSWORD, "mark-seen")
                .account("default", sink.port())
                .file("routes/strategies/strategy-inbound.camel.yaml", STRATEGY.formatted(as, longest));
    }

    private static String messageId(SunkMail mail) {
        Matcher found = MESSAGE_ID.matcher(mail.text().replace("\r", "").replace("\n ", " "));
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group(1);
    }

    private static byte[] answer(String messageId) {
        return """
                From: Ed Expert <expert@partner.example>\r
                To: support@example.com\r
                Subject: Re: Fwd: Kuendigung\r
                Message-ID: <answer@partner.example>\r
                In-Reply-To: %s\r
                \r
                Yes, until March.\r
                \r
                > Please tell us what to answer\r
                """.formatted(messageId).getBytes(StandardCharsets.US_ASCII);
    }

    private static void reply(Hub hub, Interaction answer) throws Exception {
        JsonNode pulled = post(hub, "/queues/billing/pull", "{\"max\":1}").at("/items/0");
        String request = "{\"token\":\"" + pulled.at("/lease/token").asText() + "\",\"from\":\"" + answer.id()
                + "\",\"complete\":true}";

        JsonNode reply = post(hub, "/interactions/" + pulled.path("id").asText() + "/reply", request);

        assertThat(reply.path("subtype").asText()).as(reply.toString()).isEqualTo("OutboundReply");
    }

    private static JsonNode get(Hub hub, String path) throws Exception {
        return send(hub, path, HttpRequest.newBuilder().GET());
    }

    private static JsonNode post(Hub hub, String path, String json) throws Exception {
        return send(
                hub,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static JsonNode send(Hub hub, String path, HttpRequest.Builder request) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + hub.httpPort() + "/api/v1" + path);
        String body = HttpClient.newHttpClient()
                .send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return Json.read(body, JsonNode.class);
    }

    private static String queue(Hub hub, Interaction one) {
        return String.valueOf(load(hub, one).standing().queue());
    }

    private static Interaction load(Hub hub, Interaction one) {
        return hub.store()
                .read(tx -> tx.interactions().load("default", one.id()))
                .orElseThrow();
    }

    private static Interaction only(Hub hub, String subtype) {
        List<Interaction> found =
                hub
                        .store()
                        .read(tx -> tx.interactions()
                                .find("default", InteractionFilter.all().type("Inbound")))
                        .stream()
                        .filter(one -> one.origin().subtype().equals(subtype))
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
