package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/** A file capture point. */
public record FilePointDraft(String name, String queue) {
    /** @throws IllegalArgumentException when a name is none */
    public FilePointDraft {
        Names.check(name);
        Names.check(queue);
    }

    /** The file. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.FILE_POINT, home) + """
                # Each file in data/points/%1$s/inbound becomes work: docs/guides/drop-work-as-files.md. With another `folder` than the
                # default, which the hub makes, its inbound folder must be there.
                - route:
                    id: capture-file-%1$s
                    description: Work that comes as files of %1$s.
                    from:
                      uri: kamelet:file-capture-source
                      parameters:
                        name: %1$s
                        queue: %2$s
                        include: '*.xml,*.json'
                        stableFor: 2s
                      steps:
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """.formatted(name, queue);
        return Draft.of(
                new Draft.File("routes/capture/capture-file-" + name + ".camel.yaml", text),
                List.of("files that cannot be done go to data/points/" + name + "/error, with the reasons"),
                List.of("check"));
    }
}
