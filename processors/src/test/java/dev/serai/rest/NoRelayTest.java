package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.SmtpSink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves but what the hub composed, whoever asks for it and however. */
class NoRelayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ROOT = "/api/v1/interactions";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static SmtpSink sink;

    private final Client client = new Client(hub.httpPort());

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sink = SmtpSink.start();
        hub = new TestInstance(folder)
                .setting("serai.strategy.attempts", "1")
                .account("default", sink.port())
                .file("config/queues/forger.yaml", "description: Wants to send by our account.\nstrategy: true\n")
                .file("routes/strategies/strategy-forger.camel.yaml", """
                        - route:
                            id: strategy-forger
                            description: Wants to send by our account.
                            from:
                              uri: direct:strategy-forger
                              steps:
                                - setBody: {id: forged, expression: {constant: {expression: "To: victim@example.org"}}}
                                - to: {id: send, uri: "direct:dispatch-smtp-default"}
                                - to: {id: done, uri: "kamelet:stop-action", parameters: {reason: completed}}
                        """)
                .start();
    }

    @AfterEach
    void nothingLeft() {
        assertThat(sink.received()).isEmpty();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        sink.close();
    }

    @Test
    void whatIsSubmittedAsOutboundShouldNotLeaveAndSayWhy() {
        String path = client.post(ROOT, forged("billing")).header("Location");
        client.post(path + "/move", "{'queue':'outbound'}");

        assertQuarantined(path, "did not compose");
    }

    @Test
    void whatTheHubDidNotComposeShouldBeRefusedAtTheDoorOfOutbound() {
        Client.Answer refused = client.post(ROOT, forged("outbound"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/queue");
        assertThat(refused.at("/detail")).contains("POST /api/v1/mails");
    }

    private static String forged(String queue) {
        return "{'type':'Outbound','subtype':'OutboundReply','mediaType':'email','queue':'" + queue
                + "','subject':'x','text':'Hello','to':['victim@example.org'],'from':'support@example.com'}";
    }

    @Test
    void aSubmittedMailShouldNotLeaveWhenItIsMovedToOutbound() {
        String path = client.mail(
                        ROOT,
                        "From: support@example.com\r\nTo: victim@example.org\r\nSubject: x\r\n\r\nHello\r\n"
                                .getBytes(StandardCharsets.US_ASCII))
                .header("Location");
        await().atMost(SOON).until(() -> !client.get(path).at("/queue").matches("intake|inbound|"));
        client.post(path + "/move", "{'queue':'outbound'}");

        assertQuarantined(path, "only Outbound can be sent");
    }

    @Test
    void aRouteOfOnesOwnShouldSendNothingByAnAccount() {
        String path =
                client.post(ROOT, "{'queue':'forger','from':'jo@example.org'}").header("Location");

        assertQuarantined(path, "strategy-forger failed");
    }

    @Test
    void nothingShouldBeMovedToDispatchByHand() {
        String path =
                client.post(ROOT, "{'queue':'billing','from':'jo@example.org'}").header("Location");
        Client.Answer moved = client.post(path + "/move", "{'queue':'dispatch'}");
        Client.Answer submitted = client.post(ROOT, "{'queue':'dispatch','from':'jo@example.org'}");

        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.at("/detail")).contains("the hub's own");
        assertThat(submitted.status()).isEqualTo(400);
    }

    private void assertQuarantined(String path, String reason) {
        await().atMost(SOON).until(() -> client.get(path).at("/state").equals("quarantined"));
        assertThat(client.get(path + "/timeline").text()).contains(reason);
    }
}
