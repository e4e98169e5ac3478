package dev.serai.live;

import dev.serai.app.TestInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** An engineer who edits without end: mostly well, at times badly. Repeatable by its seed. */
final class Storm {
    private static final String STRATEGY = "routes/strategies/strategy-inbound.camel.yaml";
    private static final String RULES = "config/screening/storm.yaml";

    private final TestInstance instance;
    private final Random random;
    private int edit;
    private int rule;
    private int spare;
    private boolean extra;

    Storm(TestInstance instance, long seed) {
        this.instance = instance;
        this.random = new Random(seed);
        rules(0);
        strategy("");
        queue("spare-0");
        kamelet(0);
    }

    /** Does the next edit; true when it leaves files in which nothing is wrong. */
    boolean next() {
        edit++;
        switch (random.nextInt(10)) {
            case 0, 1 -> strategy("");
            case 2, 3 -> ruleAndStrategy();
            case 4 -> renameQueue();
            case 5 -> addOrDeleteRoute();
            case 6 -> kamelet(edit);
            default -> {
                breakSomething();
                return false;
            }
        }
        return true;
    }

    /** Takes back what {@link #next} broke. */
    void mend() {
        rules(rule);
        strategy("");
        kamelet(edit);
        delete("config/queues/broken.yaml");
    }

    /** The rule's name is in both files: half of each would be an error. */
    private void ruleAndStrategy() {
        rule = edit;
        rules(rule);
        strategy("");
    }

    private void breakSomething() {
        switch (random.nextInt(4)) {
            case 0 -> instance.file(STRATEGY, "- route:\n    id: strategy-inbound\n    from: {uri: [\n");
            case 1 -> instance.file(RULES, "rules:\n  - {name: rule-" + edit + ", pattern: 'Find(\"x'}\n");
            case 2 ->
                strategy("        - to: {id: lost, uri: \"kamelet:place-action\", parameters: {queue: nowhere}}\n");
            default -> instance.file("config/queues/broken.yaml", "description: Broken\nstratgy: false\n");
        }
    }

    private void renameQueue() {
        delete("config/queues/spare-" + spare + ".yaml");
        spare = edit;
        queue("spare-" + spare);
    }

    private void addOrDeleteRoute() {
        String path = "routes/strategies/help.camel.yaml";
        extra = !extra;
        if (extra) {
            instance.file(path, """
                    - route:
                        id: help
                        description: Called by nobody.
                        from:
                          uri: direct:help-%d
                          steps:
                            - log: {id: told, message: "help", loggingLevel: DEBUG}
                    """.formatted(edit));
        } else {
            delete(path);
        }
    }

    private void rules(int number) {
        instance.file(
                RULES,
                "description: Of the storm.\nrules:\n  - {name: rule-" + number + ", pattern: 'Find(\"hello\")'}\n");
    }

    /** Marks each interaction with the edit that decided, and with the rule that it saw. */
    private void strategy(String before) {
        instance.file(STRATEGY, """
                - route:
                    id: strategy-inbound
                    description: Edit %1$d
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: screen, uri: "kamelet:screen-action", parameters: {rules: storm}}
                        - to: {id: edit, uri: "kamelet:attach-action", parameters: {key: edit, value: "%1$d"}}
                        - to: {id: mark, uri: "kamelet:mark-action"}
                        - filter:
                            id: asks
                            expression: {simple: {expression: "${body.subject} contains 'answer me'"}}
                            steps:
                              - to: {id: ack, uri: "kamelet:acknowledge-action", parameters: {response: ack-general}}
                %2$s
                        - filter:
                            id: known
                            expression: {simple: {expression: "${variable.rules} contains 'storm/rule-%3$d'"}}
                            steps:
                              - to: {id: place, uri: "kamelet:place-action", parameters: {queue: general}}
                        - to: {id: unknown, uri: "kamelet:place-action", parameters: {queue: machine-mail}}
                """.formatted(edit, before, rule));
    }

    private void kamelet(int number) {
        instance.file("routes/kamelets/mark-action.kamelet.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: mark-action
                  labels: {camel.apache.org/kamelet.type: action}
                spec:
                  definition: {title: Mark, description: Marks what it sees., type: object, properties: {}}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to: {id: attach, uri: "kamelet:attach-action", parameters: {key: mark, value: "%d"}}
                """.formatted(number));
    }

    private void queue(String name) {
        instance.file("config/queues/" + name + ".yaml", "description: Spare.\nstrategy: false\n");
    }

    private void delete(String path) {
        try {
            Files.deleteIfExists(Path.of(instance.folder().toString(), path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
