package dev.serai.trial;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;
import dev.serai.strategy.DryOutside;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What `mocks:` of strategy tests answer, by step id; a test's own before its file's. */
final class Mocks {
    private static final Set<String> ASKING = Set.of("lookup-action", "call-action");

    private final Map<String, Object> answers;

    private Mocks(Map<String, Object> answers) {
        this.answers = answers;
    }

    static Mocks none() {
        return new Mocks(Map.of());
    }

    /** These and further ones, which come first. */
    Mocks with(Optional<YamlMap> further, Generation generation, Problems problems) {
        Map<String, Object> all = new LinkedHashMap<>(answers);
        further.ifPresent(map -> map.entries().forEach(entry -> {
            all.put(entry.name(), plain(entry.value()));
            known(entry, generation, problems);
        }));
        return new Mocks(all);
    }

    /** For one test. */
    DryOutside outside() {
        return new DryOutside(answers);
    }

    private static void known(YamlMap.Entry entry, Generation generation, Problems problems) {
        Set<String> ids = generation.steps().values().stream()
                .filter(step -> ASKING.contains(step.kamelet()))
                .map(StepDefinition::id)
                .collect(Collectors.toSet());
        if (!ids.contains(entry.name())) {
            problems.error(
                    entry.key().place(),
                    "mocks names '" + entry.name() + "', which no lookup or call of a strategy has as its id"
                            + Nearest.hint(entry.name(), ids));
        }
    }

    private static Object plain(YamlNode node) {
        if (node instanceof YamlMap map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.entries().stream()
                    .filter(entry -> !(entry.value() instanceof YamlScalar scalar && scalar.isNull()))
                    .forEach(entry -> values.put(entry.name(), plain(entry.value())));
            return values;
        }
        if (node instanceof YamlList list) {
            return list.items().stream().map(Mocks::plain).toList();
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.isNull() ? Map.of() : scalar.value();
    }
}
