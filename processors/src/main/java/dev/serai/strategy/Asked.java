package dev.serai.strategy;

import dev.serai.call.UrlTemplate;
import dev.serai.files.StepDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** By which names what strategies ask is known: `lookup:<database>`, `call:<server>`. */
public final class Asked {
    private Asked() {}

    /** All that the steps of a generation ask. */
    public static Set<String> by(Playbook playbook) {
        Set<String> names = new TreeSet<>();
        playbook.generation()
                .steps()
                .values()
                .forEach(step -> name(step, playbook).ifPresent(names::add));
        return names;
    }

    static String lookup(String database) {
        return "lookup:" + database;
    }

    static String call(String server) {
        return "call:" + server;
    }

    private static Optional<String> name(StepDefinition step, Playbook playbook) {
        return switch (step.kamelet()) {
            case "lookup-action" ->
                playbook.lookups().database(step.find("database").orElse("")).map(database -> lookup(database.name()));
            case "call-action" ->
                step.find("url").map(UrlTemplate::of).map(UrlTemplate::server).map(Asked::call);
            default -> Optional.empty();
        };
    }
}
