package dev.serai.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import dev.serai.testing.ScriptedPop3;
import dev.serai.testing.ScriptedTransformer;
import dev.serai.testing.SmtpSink;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole hub does with transformers, on the way in and out. */
class TransformerFlowTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TYPE = ScriptedTransformer.class.getName();
    private static final String INBOUND = """
            inbound:
              - {name: wrap, type: %1$s, onFailure: wrap, config: {word: wrap}}
              - {name: bypass, type: %1$s, onFailure: bypass, config: {word: bypass}}
              - {name: quarantine, type: %1$s, onFailure: quarantine, config: {word: quarantine}}
              - {name: retry, type: %1$s, onFailure: retry, config: {word: retry}}
              - {name: slow, type: %1$s, onFailure: bypass, deadline: 50ms, config: {word: slow, does: hang}}
              - {name: rewrite, type: %1$s, debugLog: true, config: {word: rewrite, does: rewrite}}
              - {name: attach, type: %1$s, config: {word: attach, does: attach}}
              - {name: html, type: %1$s, config: {word: html, does: html}}
            """.formatted(TYPE);

    private final ScriptedPop3 server = ScriptedPop3.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void failuresShouldDoWhatTheirActionsSay() throws Exception {
        List<String> words = List.of("wrap", "bypass", "quarantine", "retry", "slow");
        words.forEach(word -> server.holds(word, mail(word)));
        TestInstance instance = instance(INBOUND).setting("serai.strategy.attempts", "2");
        try (Hub hub = instance.start()) {
            await().atMost(SOON).until(() -> inState(hub.store(), State.QUARANTINED) == 2);
            await().atMost(SOON).until(() -> queued(hub.store()) == 3);
            assertThat(one(hub, "wrap").content().attachments()).hasSize(1);
            assertThat(one(hub, "wrap").content().warnings()).anyMatch(warning -> warning.contains("told to fail"));
            assertThat(one(hub, "bypass").content().text()).isEqualTo("secret\n");
            assertThat(told(hub, one(hub, "slow"))).contains("took longer than its deadline of 50ms");
            assertThat(told(hub, quarantined(hub, "retry"))).contains("failed 2 times: retry failed:");
            assertThat(told(hub, quarantined(hub, "quarantine"))).contains("quarantine failed:", "told to fail");
            assertThat(get(hub, "/observe/metrics").text())
                    .contains("serai_transformer_total{result=\"failed\",transformer=\"slow\"} 1.0")
                    .contains("serai_transformer_seconds_count{transformer=\"wrap\"}");
        }
    }

    @Test
    void whatTransformersMadeShouldBeThereWhenTheyAreGone() throws Exception {
        server.holds("a", mail("rewrite")).holds("b", mail("attach")).holds("c", mail("html"));
        String rewritten;
        String attached;
        String html;
        try (Hub hub = instance(INBOUND).start()) {
            await().atMost(SOON).until(() -> queued(hub.store()) == 3);
            rewritten = path(one(hub, "rewrite"));
            attached = path(one(hub, "attach"));
            html = path(one(hub, "html"));
        }
        try (Hub hub = instance("inbound: []\n").start()) {
            assertThat(get(hub, rewritten + "/raw").text()).contains("secret");
            assertThat(get(hub, rewritten + "/raw?form=transformed").text()).contains("public");
            assertThat(get(hub, attached + "/attachments/1").body()).isEqualTo(ScriptedTransformer.bytes());
            assertThat(get(hub, attached + "/raw?form=transformed").status()).isEqualTo(404);
            assertThat(get(hub, attached + "/raw?form=other").status()).isEqualTo(400);
            assertThat(get(hub, html + "/html").text()).contains("<p>Größe 5</p>");
            assertThat(get(hub, attached + "/html").status()).isEqualTo(404);
        }
    }

    @Test
    void originalShouldGoOnlyWhereItWasRewrittenAndNobodyKeepsIt() throws Exception {
        server.holds("a", mail("rewrite")).holds("b", mail("plain"));
        try (Hub hub = instance("keepReceived: false\n" + INBOUND).start()) {
            await().atMost(SOON).until(() -> queued(hub.store()) == 2);
            String rewritten = path(one(hub, "rewrite"));
            assertThat(get(hub, rewritten + "/raw").text()).contains("public").doesNotContain("secret");
            assertThat(get(hub, rewritten + "/raw?form=original").status()).isEqualTo(404);
            assertThat(get(hub, path(one(hub, "plain")) + "/raw").text()).contains("secret");
        }
    }

    @Test
    void mailThatLeavesShouldBeWhatOutboundTransformersMade() throws Exception {
        server.holds("a", Files.readAllBytes(TestInstance.checkout().resolve("samples/invoice-de.eml")));
        try (SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = new TestInstance(folder)
                    .scripted("support", server.port())
                    .account("default", sink.port())
                    .file("config/transformers.yaml", """
                            outbound:
                              - {name: broken, type: %1$s, onFailure: quarantine}
                              - {name: stamp, type: %1$s, config: {does: stamp}}
                            """.formatted(TYPE));
            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                String sent = sink.received().get(0).text();
                assertThat(sent).contains("X-Stamp: seen", "This was stamped", "From: Example Support");
                assertThat(sent).startsWith("From: ").doesNotContain("\nFrom: ");
                Interaction outbound = all(hub.store()).stream()
                        .filter(one -> one.origin().type().equals("Outbound"))
                        .findFirst()
                        .orElseThrow();
                assertThat(told(hub, outbound)).contains("name=broken", "it threw", "Stamped it.");
                assertThat(get(hub, path(outbound) + "/raw").text()).doesNotContain("X-Stamp");
                assertThat(get(hub, path(outbound) + "/raw?form=transformed")
                                .text()
                                .replace("\r", ""))
                        .contains("X-Stamp: seen");
            }
        }
    }

    private TestInstance instance(String transformers) {
        return new TestInstance(folder)
                .scripted("support", server.port(), "afterProcessing: none")
                .placing()
                .file("config/transformers.yaml", transformers);
    }

    private static byte[] mail(String word) {
        return ("Message-ID: <" + word + "@x>\r\nFrom: jo@example.org\r\nTo: support@example.com\r\nSubject: " + word
                        + "\r\n\r\nsecret\r\n")
                .getBytes(US_ASCII);
    }

    private static List<Interaction> all(Store store) {
        return store.read(tx -> tx.interactions().find("default", InteractionFilter.all()));
    }

    private static long inState(Store store, State state) {
        return all(store).stream()
                .filter(one -> one.standing().state() == state)
                .count();
    }

    private static long queued(Store store) {
        return all(store).stream()
                .filter(one -> "general".equals(String.valueOf(one.standing().queue())))
                .count();
    }

    private static Interaction one(Hub hub, String subject) {
        return all(hub.store()).stream()
                .filter(one -> subject.equals(one.content().subject()))
                .findFirst()
                .orElseThrow();
    }

    /** By what its timeline says, since intake never read it. */
    private static Interaction quarantined(Hub hub, String name) {
        return all(hub.store()).stream()
                .filter(one -> one.standing().state() == State.QUARANTINED)
                .filter(one -> told(hub, one).contains(name + " failed:"))
                .findFirst()
                .orElseThrow();
    }

    private static String told(Hub hub, Interaction one) {
        List<Event> events = hub.store().read(tx -> tx.events().timeline("default", one.id()));
        return events.stream()
                .map(event -> event.type() + " " + event.reason() + " " + event.data())
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private static String path(Interaction one) {
        return "/api/v1/interactions/" + one.id();
    }

    private record Answer(int status, byte[] body) {
        String text() {
            return new String(body, UTF_8);
        }
    }

    private static Answer get(Hub hub, String path) throws Exception {
        URI uri = URI.create(String.format(Locale.ROOT, "http://127.0.0.1:%d%s", hub.httpPort(), path));
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response.body());
    }
}
