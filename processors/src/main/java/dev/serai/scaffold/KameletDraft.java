package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/** A kamelet of an engineer's own, made of actions that ship. */
public record KameletDraft(String name) {
    private static final String ICON = "data:image/svg+xml;base64,"
            + "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxNiAxNiI+PHBhdGggZD0iTTMgM2gxMHYxMEgzek02IDho"
            + "NCIgZmlsbD0ibm9uZSIgc3Ryb2tlPSIjMDZjIi8+PC9zdmc+";

    /** @throws IllegalArgumentException when the name is none, or does not end in -action */
    public KameletDraft {
        Names.check(name);
        if (!name.endsWith("-action")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of an action; expected one that ends in -action," + " such as "
                            + name.replaceFirst("-(source|sink)$", "") + "-action");
        }
    }

    /** The file. */
    public Draft draft(Home home) {
        String title = name.replaceFirst("-action$", "").replace('-', ' ');
        String text = SchemaLine.of(Format.KAMELET, home)
                + """
                # A building block of strategies, called like the shipped ones: uri: kamelet:%1$s. More: docs/reference/kaoto.md
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: %1$s
                  annotations:
                    camel.apache.org/kamelet.support.level: Stable
                    camel.apache.org/catalog.version: '1.0.0'
                    camel.apache.org/kamelet.icon: %3$s
                    camel.apache.org/provider: Example
                    camel.apache.org/kamelet.group: Strategy
                    camel.apache.org/kamelet.namespace: Example
                  labels:
                    camel.apache.org/kamelet.type: action
                spec:
                  definition:
                    title: %2$s
                    description: Notes why, and places the interaction in a queue.
                    type: object
                    required: [queue]
                    properties:
                      queue:
                        title: Queue
                        description: The queue in config/queues/.
                        type: string
                        example: general
                      note:
                        title: Note
                        description: What the user data say below 'note'.
                        type: string
                        default: %4$s
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to:
                            id: note
                            uri: kamelet:attach-action
                            parameters:
                              key: note
                              value: '{{note}}'
                        - to:
                            id: place
                            uri: kamelet:place-action
                            parameters:
                              queue: '{{queue}}'
                """.formatted(
                                name,
                                Yaml.text(Character.toUpperCase(title.charAt(0)) + title.substring(1)),
                                ICON,
                                Yaml.text("by " + title));
        return Draft.of(
                new Draft.File("routes/kamelets/" + name + ".kamelet.yaml", text),
                List.of("its steps; each needs an id, which explain shows behind the caller's"),
                List.of("check"));
    }
}
