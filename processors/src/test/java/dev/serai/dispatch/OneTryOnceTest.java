package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes of engineers that call `smtp-sink` otherwise than once. */
class OneTryOnceTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String SINK = """
            {uri: "kamelet:smtp-sink", id: "%s", parameters: {host: 127.0.0.1, port: %d, security: none, from: "support@example.com"}}""";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    private DispatchHouse house;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() {
        smtp = ScriptedSmtp.start();
        house = new DispatchHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void aMailShouldLeaveOnceWhenItsRouteSendsItTwiceSideBySide() {
        house.route(route("- multicast: {id: both, parallelProcessing: true, steps: [{to: " + sink("a") + "}, {to: "
                + sink("b") + "}]}"));
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        await().atMost(SOON).until(() -> house.dispatch(id).state() == DispatchRow.State.SENT);
        await().during(Duration.ofSeconds(1)).until(() -> smtp.mails().size() == 1);
    }

    @Test
    void aMailShouldLeaveOnceWhenItsRouteSendsItTwiceInARow() {
        house.route(route("- to: " + sink("a"), "- to: " + sink("b")));
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        await().atMost(SOON).until(() -> house.dispatch(id).state() == DispatchRow.State.SENT);
        assertThat(smtp.mails()).hasSize(1);
    }

    private String sink(String id) {
        return SINK.formatted(id, smtp.port());
    }

    private static String route(String... steps) {
        return """
                - route:
                    id: dispatch-smtp-test
                    description: A test.
                    from:
                      uri: direct:dispatch-smtp-test
                      steps:
                        %s
                """.formatted(String.join("\n" + " ".repeat(8), steps));
    }
}
