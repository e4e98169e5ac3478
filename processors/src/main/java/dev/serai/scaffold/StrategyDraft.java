package dev.serai.scaffold;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Names;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import java.util.ArrayList;
import java.util.List;

/**
 * A strategy with its test, and its queue where there is none.
 *
 * @param name of the strategy's queue
 * @param target the queue for what nothing else is said about
 */
public record StrategyDraft(String name, String target) {
    /** @throws IllegalArgumentException when a name is none */
    public StrategyDraft {
        Names.check(name);
        Names.check(target);
    }

    /**
     * The files.
     *
     * @param generation the files that there are
     * @throws IllegalArgumentException when clients pull from the queue, or there is no queue for the rest
     */
    public Draft draft(Home home, Generation generation) {
        QueueDefinition queue = generation.queues().get(QueueName.of(name));
        if (queue != null && !queue.strategy()) {
            throw new IllegalArgumentException(
                    "queue '" + name + "' says strategy: false, clients pull from it; a queue is"
                            + " drained by a strategy or by clients, never both. Choose another name, or edit config/queues/"
                            + name
                            + ".yaml");
        }
        if (!generation.queues().containsKey(QueueName.of(target))) {
            throw new IllegalArgumentException(
                    "--to " + target + ": there is no such queue; `./serai new queue " + target + "` makes it");
        }
        List<Draft.File> files = new ArrayList<>();
        if (queue == null) {
            files.add(QueueDraft.file(name, queue(home)));
        }
        files.add(new Draft.File("routes/strategies/strategy-" + name + ".camel.yaml", route(home)));
        files.add(new Draft.File("routes/strategies/strategy-" + name + ".test.yaml", test(home)));
        return new Draft(
                files,
                List.of(
                        "the rest goes to " + target + "; add steps before the last one, each with an id",
                        "a mailbox uses it with queue: " + name + ", another strategy with place-action"),
                List.of("check", "try --queue " + name + " samples/question.eml"));
    }

    private String queue(Home home) {
        return SchemaLine.of(Format.QUEUE, home) + """
                description: What strategy-%1$s decides about.
                strategy: true
                onError: unrouted
                """.formatted(name);
    }

    private String route(Home home) {
        return SchemaLine.of(Format.STRATEGY, home) + """
                # The decisions of the queue %1$s. Nothing is written while it runs; each path ends in place, hold, send or stop.
                # Actions: docs/reference/kamelets.md. What expressions see: docs/reference/strategies.md
                - route:
                    id: strategy-%1$s
                    description: Machine mail aside, the rest to %2$s.
                    from:
                      uri: direct:strategy-%1$s
                      steps:
                        - to:
                            id: screen
                            uri: kamelet:screen-action   # all rules; parameters: {rules: "group,group/name"} for some
                        - choice:
                            id: by-content
                            when:
                              - id: machine-mail
                                expression:
                                  simple:
                                    expression: ${body.kind} != 'message'
                                steps:
                                  - to:
                                      id: park
                                      uri: kamelet:place-action
                                      parameters:
                                        queue: machine-mail
                        - to:
                            id: the-rest
                            uri: kamelet:place-action
                            parameters:
                              queue: %2$s
                """.formatted(name, target);
    }

    private String test(Home home) {
        return SchemaLine.of(Format.STRATEGY_TEST, home) + """
                # Run by ./serai check. expect is a part of what ./serai try --json prints; try --save-test adds one.
                description: What strategy-%1$s promises.
                now: 2026-11-23T10:00:00+01:00
                tests:
                  - name: a question goes to %2$s
                    mail: {from: jo@example.org, to: support@example.com, subject: Opening hours, text: "When are you open?"}
                    expect: {outcome: queued, queue: %2$s}
                  - name: an out-of-office is parked and never answered
                    mail: {from: jo@example.org, to: support@example.com, subject: Out of office, headers: {Auto-Submitted: auto-replied}}
                    expect: {outcome: queued, queue: machine-mail, replies: []}
                """.formatted(name, target);
    }
}
