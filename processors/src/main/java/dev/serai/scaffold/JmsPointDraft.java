package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/** A JMS capture point. */
public record JmsPointDraft(String name, String queue) {
    /** @throws IllegalArgumentException when a name is none */
    public JmsPointDraft {
        Names.check(name);
        Names.check(queue);
    }

    /** The file. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.JMS_POINT, home) + """
                # Operations come as JSON or XML on the JMS queue serai.capture.%1$s. More: docs/guides/post-work-over-jms.md
                - route:
                    id: capture-jms-%1$s
                    description: Work that comes over JMS as %1$s.
                    from:
                      uri: kamelet:jms-capture-source
                      parameters:
                        name: %1$s
                        queue: %2$s
                        concurrency: 4
                      steps:
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """.formatted(name, queue);
        return Draft.of(
                new Draft.File("routes/capture/capture-jms-" + name + ".camel.yaml", text),
                List.of(
                        "answers go to the JMSReplyTo, else to serai.capture." + name + ".notification",
                        "bad messages go to serai.capture." + name + ".error"),
                List.of("check"));
    }
}
