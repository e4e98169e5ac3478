package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/** A REST capture point. */
public record RestPointDraft(String name, String queue) {
    /** @throws IllegalArgumentException when a name is none */
    public RestPointDraft {
        Names.check(name);
        Names.check(queue);
    }

    /** The file. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.REST_POINT, home) + """
                # POST /api/v1/capture-points/%1$s/operations applies operations in JSON or XML: docs/guides/post-work-over-rest.md
                - route:
                    id: capture-rest-%1$s
                    description: Work that comes over REST as %1$s.
                    from:
                      uri: kamelet:rest-capture-source
                      parameters:
                        name: %1$s
                        queue: %2$s
                      steps:
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """.formatted(name, queue);
        return Draft.of(
                new Draft.File("routes/capture/capture-rest-" + name + ".camel.yaml", text),
                List.of("work is posted to /api/v1/capture-points/" + name + "/operations"),
                List.of("check"));
    }
}
