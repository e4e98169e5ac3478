package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.decision.Hanging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of engineers that hang, or that need what is not there. */
class SlowCheckTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STRATEGY = "routes/strategies/strategy-inbound.";

    @TempDir
    private Path folder;

    @AfterEach
    void release() {
        Hanging.release();
    }

    @Test
    void aCheckThatHangsShouldHoldUpNoRollbackAndNoOtherEdit() throws Exception {
        TestInstance instance = instance().setting("serai.strategy.deadline", "8s");
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String first = live(calls);
            instance.file("config/queues/spare.yaml", "description: Another.\nstrategy: false\n");
            assertThat(calls.post("/api/v1/config/apply", "{}").status()).isEqualTo(200);
            int before = Hanging.runs();
            strategy(
                    instance,
                    "- to: {id: code, uri: 'kamelet:bean-action', parameters: {class: " + Hanging.class.getName()
                            + "}}");
            tests(instance, "{from: jo@example.org, subject: Hello}");
            CompletableFuture<HubCalls.Answer> hanging = calls.posted("/api/v1/config/apply", "{}");
            await().atMost(SOON).until(() -> Hanging.runs() > before);

            HubCalls.Answer back = calls.post("/api/v1/config/generations/" + first + "/activate", "{}");

            assertThat(back.status()).as(back.json().toString()).isEqualTo(200);
            assertThat(hanging).isNotDone();
            assertThat(calls.config().at("/current/checkingSince").asText()).isNotEmpty();
            assertThat(hanging.join().status()).isEqualTo(422);
            assertThat(hanging.join().json().at("/errors/0/reason").asText()).contains("did not end within 8.0 s");
            assertThat(live(calls)).isEqualTo(first);
        }
    }

    @Test
    void aRollbackShouldNotNeedTheMailThatATestNames() throws Exception {
        TestInstance instance = instance();
        strategy(instance, "");
        tests(instance, "samples/hello.eml");
        mail();
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String first = live(calls);
            instance.file("config/queues/spare.yaml", "description: Another.\nstrategy: false\n");
            assertThat(calls.post("/api/v1/config/apply", "{}").status()).isEqualTo(200);
            Files.delete(folder.resolve("samples/hello.eml"));

            assertThat(calls.post("/api/v1/config/generations/" + first + "/activate", "{}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anEditThatLacksTheMailOfATestShouldBecomeLiveWhenTheMailArrives() throws Exception {
        TestInstance instance = instance();
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String before = live(calls);
            strategy(instance, "");
            tests(instance, "samples/hello.eml");
            assertThat(calls.post("/api/v1/config/apply", "{}").status()).isEqualTo(422);

            mail();

            await().atMost(SOON).until(() -> !live(calls).equals(before));
        }
    }

    private TestInstance instance() {
        return new TestInstance(folder)
                .setting("serai.config.quiet", "150ms")
                .setting("serai.config.look", "50ms")
                .placing();
    }

    private static void strategy(TestInstance instance, String step) {
        instance.file(STRATEGY + "camel.yaml", """
                - route:
                    id: strategy-inbound
                    description: Places each mail.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        %s
                        - to: {id: place, uri: "kamelet:place-action", parameters: {queue: general}}
                """.formatted(
                        step.isEmpty()
                                ? "- to: {id: mark, uri: 'kamelet:attach-action', parameters: {key: a, value: b}}"
                                : step));
    }

    private static void tests(TestInstance instance, String mail) {
        instance.file(STRATEGY + "test.yaml", """
                tests:
                  - name: is placed
                    mail: %s
                    expect: {queue: general}
                """.formatted(mail));
    }

    private void mail() throws Exception {
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(
                folder.resolve("samples/hello.eml"), "From: jo@example.org\r\nSubject: Hello\r\n\r\nHello\r\n");
    }

    private static String live(HubCalls calls) throws Exception {
        return calls.config().at("/current/id").asText();
    }
}
