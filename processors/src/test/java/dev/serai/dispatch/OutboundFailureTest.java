package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.MadeTable;
import dev.serai.testing.ScriptedTransformer;
import dev.serai.testing.SmtpSink;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever `onFailure` says, an outbound transformer that fails keeps no mail back, wraps none and stops none behind it. */
class OutboundFailureTest {
    private static final String TYPE = ScriptedTransformer.class.getName();

    @TempDir
    private Path folder;

    private final SmtpSink sink = SmtpSink.start();

    @AfterEach
    void stop() {
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "bypass", "wrap", "quarantine"})
    void theMailShouldLeaveAsItWasWhenATransformerFails(String mode) {
        try (DispatchHouse house = house(failing(mode))) {
            InteractionId id = house.store(null, DispatchHouse.draft("jo@example.org"));
            house.transformAndHandOver(id);
            house.live();

            await().atMost(Duration.ofSeconds(20)).until(() -> house.state(id) == State.STOPPED);
            assertThat(house.store.made("default", id, MadeTable.MAIL)).isEmpty();
            assertThat(sink.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text())
                            .contains("Subject: Hello")
                            .doesNotContain("told to fail", "message/rfc822", "multipart/"));
            assertThat(house.store
                            .read(tx -> tx.events().timeline("default", id))
                            .toString())
                    .contains("told to fail");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "quarantine"})
    void whatStandsBehindShouldRunAllTheSame(String mode) {
        try (DispatchHouse house =
                house(failing(mode) + "  - {name: stamp, type: " + TYPE + ", config: {does: stamp}}\n")) {
            InteractionId id = house.store(null, DispatchHouse.draft("jo@example.org"));
            house.transformAndHandOver(id);
            house.live();

            await().atMost(Duration.ofSeconds(20)).until(() -> house.state(id) == State.STOPPED);
            assertThat(sink.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text()).contains("X-Stamp: seen"));
        }
    }

    private static String failing(String mode) {
        return "outbound:\n  - {name: broken, type: " + TYPE + ", onFailure: " + mode + ", config: {does: fail}}\n";
    }

    private DispatchHouse house(String transformers) {
        return new DispatchHouse(folder)
                .transformers(transformers)
                .account("host: 127.0.0.1", "port: " + sink.port(), "security: none");
    }
}
