package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Routes of engineers that call `smtp-sink` otherwise than once. */
class OneTryOnceTest extends Delivering {
    private static final String SINK = """
            {uri: "kamelet:smtp-sink", id: "%s", parameters: {host: 127.0.0.1, port: %d, security: none, from: "support@example.com"}}""";

    @Test
    void aMailShouldLeaveOnceWhenItsRouteSendsItTwiceSideBySide() {
        house.route(route("- multicast: {id: both, parallelProcessing: true, steps: [{to: " + sink("a") + "}, {to: "
                + sink("b") + "}]}"));
        house.live();
        InteractionId id = submit("jo@example.org");

        await().until(() -> house.dispatch(id).state() == DispatchRow.State.SENT);
        await().during(Duration.ofSeconds(1)).until(() -> smtp.mails().size() == 1);
    }

    @Test
    void aMailShouldLeaveOnceWhenItsRouteSendsItTwiceInARow() {
        house.route(route("- to: " + sink("a"), "- to: " + sink("b")));
        house.live();
        InteractionId id = submit("jo@example.org");

        await().until(() -> house.dispatch(id).state() == DispatchRow.State.SENT);
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
