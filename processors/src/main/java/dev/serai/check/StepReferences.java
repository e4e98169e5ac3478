package dev.serai.check;

import dev.serai.check.ReferenceCheck.Named;
import dev.serai.check.Things.Thing;
import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.StepDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the steps of strategies name that may be of a tenant. What an expression makes is seen when it runs. */
final class StepReferences {
    private final Map<String, Belonging> queues = new TreeMap<>();
    private final Map<String, Belonging> accounts = new TreeMap<>();
    private final Things.Read things;

    StepReferences(Generation generation, Things.Read things) {
        for (Map.Entry<QueueName, ? extends Belonging> queue :
                generation.queues().entrySet()) {
            queues.put(queue.getKey().value(), queue.getValue());
        }
        for (Map.Entry<AccountName, ? extends Belonging> account :
                generation.accounts().entrySet()) {
            accounts.put(account.getKey().value(), account.getValue());
        }
        this.things = things;
    }

    Stream<Named> of(StepDefinition step) {
        return step.kamelet().endsWith("-action")
                ? Stream.of(
                                named(step, "queue", "queue", queues),
                                named(step, "account", "account", accounts),
                                named(step, "response", "response", byName(things.responses())),
                                named(step, "database", "database", byName(things.databases())),
                                groups(step))
                        .flatMap(found -> found)
                : Stream.of();
    }

    private static Stream<Named> named(
            StepDefinition step, String key, String kind, Map<String, ? extends Belonging> known) {
        return step.find(key).map(String::strip).stream()
                .flatMap(name -> Stream.ofNullable(known.get(name))
                        .map(thing -> new Named(kind, name, thing, step.places().of(key))));
    }

    /** A group by its name, or by that of one of its rules. */
    private Stream<Named> groups(StepDefinition step) {
        Map<String, Belonging> groups = byName(things.groups());
        return step.find("rules").stream()
                .flatMap(rules -> Arrays.stream(rules.split(",", -1)))
                .map(name -> name.strip().replaceFirst("/.*", ""))
                .distinct()
                .flatMap(name -> Stream.ofNullable(groups.get(name))
                        .map(group -> new Named(
                                "rule group", name, group, step.places().of("rules"))));
    }

    private static Map<String, Belonging> byName(List<Thing> things) {
        Map<String, Belonging> byName = new TreeMap<>();
        things.forEach(thing -> byName.put(thing.name(), thing.belonging()));
        return byName;
    }
}
