package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.capture.Headers;
import dev.serai.interaction.Interaction;
import dev.serai.store.InteractionFilter;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that ends the hub whenever it is taken, with the hub's own broker, which dies with it. */
class PoisonMessageTest {
    private static final String DESTINATION = "serai.capture.web";

    @TempDir
    private Path folder;

    @Test
    void messageThatEndsTheHubShouldBePutAsideAfterItsAttempts() throws Exception {
        TestInstance instance = instance();
        BrokerFolder broker = new BrokerFolder(folder);
        broker.send(DESTINATION, List.of(submit("ends the hub")));
        for (int death = 1; death <= 2; death++) {
            try (HubProcess dying =
                    HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + CrashWindow.JMS_TAKEN + ":1")) {
                assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
            }
        }
        broker.send(DESTINATION, List.of(submit("a neighbour")));
        try (Hub hub = instance.start()) {
            Site.eventually(() -> assertThat(subjects(hub)).containsExactly("a neighbour"));
        }

        assertThat(broker.messages(DESTINATION + ".error")).singleElement().satisfies(aside -> {
            assertThat(((TextMessage) aside).getText()).contains("ends the hub");
            assertThat(reason(aside)).contains("never got through");
        });
        assertThat(broker.drain(DESTINATION)).isZero();
        assertThat(broker.drain(DESTINATION + ".processed")).isEqualTo(1);
    }

    private TestInstance instance() {
        return new TestInstance(folder).file("routes/capture/capture-jms-web.camel.yaml", """
                - route:
                    id: capture-jms-web
                    description: The test's orders
                    from:
                      uri: kamelet:jms-capture-source
                      parameters: {name: web, queue: general, attempts: 2, concurrency: 1}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """);
    }

    private static String submit(String subject) {
        return "{\"operation\":\"submit\",\"properties\":{\"subject\":\"" + subject + "\"}}";
    }

    private static String reason(Message message) throws Exception {
        return String.valueOf(message.getStringProperty(Headers.REASON));
    }

    private static List<String> subjects(Hub hub) {
        List<Interaction> all = hub.store()
                .read(tx -> tx.interactions()
                        .find("default", InteractionFilter.all().limit(10)));
        return all.stream().map(one -> one.content().subject()).toList();
    }
}
