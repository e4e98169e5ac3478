package dev.serai.files;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the steps that call kamelets of ours and gives each its key. An engineer's kamelet is followed: its steps get a
 * key for each place that calls it, with the parameters of that place.
 */
final class StepCollector {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w-]+)}}");
    private static final int MAX_NESTING = 10;
    private final Map<String, KameletDefinition> kamelets;
    private final Problems problems;
    private final Map<String, StepDefinition> steps = new LinkedHashMap<>();
    private final IdentityHashMap<YamlMap, String> keys = new IdentityHashMap<>();

    StepCollector(Map<String, KameletDefinition> kamelets, Problems problems) {
        this.kamelets = kamelets;
        this.problems = problems;
        kamelets.values().forEach(this::keysWithin);
    }

    /** The steps by key. */
    Map<String, StepDefinition> steps() {
        return steps;
    }

    /** What the step parameter of each call must be, by the call's own keys (identity). */
    IdentityHashMap<YamlMap, String> keys() {
        return keys;
    }

    void route(String id, YamlMap route) {
        Scope scope = new Scope(id, Map.of(), 0);
        route.map("from").ifPresent(from -> {
            call("from", from, List.of(), scope).ifPresent(key -> keys.put(from, key));
            new StepWalker((eip, body, conditions) ->
                            call(eip, body, conditions, scope).ifPresent(key -> keys.put(body, key)))
                    .walk(StepWalker.steps(from), List.of());
        });
    }

    /** Whether calls of a kamelet carry a step key: it is ours, or it contains one of ours. */
    boolean isKeyed(String kamelet) {
        return isKeyed(kamelet, 0);
    }

    private boolean isKeyed(String name, int depth) {
        KameletDefinition kamelet = kamelets.get(name);
        if (kamelet == null || depth > MAX_NESTING) {
            return false;
        }
        if (kamelet.isExact()) {
            return true;
        }
        boolean[] found = {false};
        new StepWalker((eip, body, conditions) -> found[0] |= KameletCall.of(eip, body)
                        .filter(call -> isKeyed(call.kamelet(), depth + 1))
                        .isPresent())
                .walk(kamelet.steps(), List.of());
        return found[0];
    }

    private void keysWithin(KameletDefinition kamelet) {
        new StepWalker((eip, body, conditions) -> KameletCall.of(eip, body)
                        .filter(call -> isKeyed(call.kamelet()))
                        .ifPresent(call -> keys.put(body, "{{" + KameletDefinition.STEP + "}}/" + call.id())))
                .walk(kamelet.steps(), List.of());
    }

    /** Where a step is met: the key so far, and the parameters of the kamelet it stands in. */
    private record Scope(String prefix, Map<String, String> bindings, int depth) {}

    private Optional<String> call(String eip, YamlMap body, List<String> conditions, Scope scope) {
        Optional<KameletCall> found = KameletCall.of(eip, body);
        KameletDefinition kamelet =
                found.map(KameletCall::kamelet).map(kamelets::get).orElse(null);
        if (found.isEmpty() || kamelet == null || !isKeyed(kamelet.name())) {
            return Optional.empty();
        }
        KameletCall call = found.get();
        String key = scope.prefix() + "/" + call.id();
        Map<String, String> parameters = parameters(kamelet, call, scope.bindings());
        if (kamelet.isExact()) {
            add(new StepDefinition(
                    key, call.id(), kamelet.name(), parameters, because(conditions, scope), call.places()));
        } else if (scope.depth() >= MAX_NESTING) {
            problems.error(call.place(), "kamelet '" + kamelet.name() + "' calls itself");
        } else {
            Scope inner = new Scope(key, parameters, scope.depth() + 1);
            new StepWalker((innerEip, innerBody, innerConditions) -> call(innerEip, innerBody, innerConditions, inner))
                    .walk(kamelet.steps(), conditions);
        }
        return Optional.of(key);
    }

    private void add(StepDefinition step) {
        StepDefinition before = steps.putIfAbsent(step.key(), step);
        if (before != null) {
            problems.error(
                    step.place(),
                    "step id '" + step.id() + "' is used twice, first on line "
                            + before.place().line());
        }
    }

    private static Map<String, String> parameters(
            KameletDefinition kamelet, KameletCall call, Map<String, String> bindings) {
        Map<String, String> parameters = new HashMap<>();
        kamelet.properties()
                .forEach((name, property) -> property.fallback().ifPresent(text -> parameters.put(name, text)));
        call.parameters().forEach((name, text) -> parameters.put(name, resolve(text, bindings)));
        parameters.remove(KameletDefinition.STEP);
        return parameters;
    }

    private static String because(List<String> conditions, Scope scope) {
        return conditions.isEmpty() ? "always" : resolve(String.join(", and ", conditions), scope.bindings());
    }

    private static String resolve(String text, Map<String, String> bindings) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(bindings.getOrDefault(match.group(1), match.group())));
    }
}
