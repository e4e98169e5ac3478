package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.KameletCall;
import dev.serai.files.KameletDefinition;
import dev.serai.files.KameletDefinition.Property;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.PointKind;
import dev.serai.files.Problems;
import dev.serai.files.YamlMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds unknown kamelets, and parameters that are unknown, missing or not of the declared type. */
final class KameletCallCheck implements Check {
    /** What Camel mangles on the way into a kamelet that is not ours. */
    private static final Pattern MANGLED = Pattern.compile("[&+%]");
    /** Read and checked by type elsewhere, with better words. */
    private static final Set<String> TYPED_ELSEWHERE = typedElsewhere();

    private static Set<String> typedElsewhere() {
        Set<String> kamelets = new TreeSet<>(PointKind.kamelets());
        kamelets.add("smtp-sink");
        return kamelets;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        YamlTree.ofRoutes(
                generation,
                (key, map) -> KameletCall.of(key, map)
                        .filter(call -> !call.kamelet().contains("{{"))
                        .ifPresent(call -> call(call, generation, problems)));
    }

    private static void call(KameletCall call, Generation generation, Problems problems) {
        KameletDefinition kamelet = generation.kamelets().get(call.kamelet());
        if (kamelet == null) {
            problems.error(
                    call.place(),
                    "unknown kamelet '" + call.kamelet() + "'"
                            + Nearest.hint(call.kamelet(), generation.kamelets().keySet()));
            return;
        }
        if (call.body().text("uri").orElse("").contains("?")) {
            problems.error(call.place(), "parameters of a kamelet stand under 'parameters:', not in the uri");
        }
        call.body().map("parameters").ifPresent(parameters -> parameters(kamelet, parameters, problems));
        if (!TYPED_ELSEWHERE.contains(kamelet.name())) {
            required(kamelet, call, problems);
        }
    }

    private static void parameters(KameletDefinition kamelet, YamlMap parameters, Problems problems) {
        Set<String> names = new TreeSet<>(kamelet.properties().keySet());
        names.remove(KameletDefinition.STEP);
        for (YamlMap.Entry entry : parameters.entries()) {
            Property property = kamelet.properties().get(entry.name());
            if (property == null || !names.contains(entry.name())) {
                problems.error(
                        entry.key().place(),
                        "unknown parameter '" + entry.name() + "' of " + kamelet.name()
                                + Nearest.hint(entry.name(), names));
            } else if (!TYPED_ELSEWHERE.contains(kamelet.name())) {
                parameters
                        .text(entry.name())
                        .ifPresent(text ->
                                value(kamelet, property, text, entry.value().place(), problems));
            }
        }
    }

    private static void value(
            KameletDefinition kamelet, Property property, String text, Place place, Problems problems) {
        if (!kamelet.isExact() && MANGLED.matcher(text).find()) {
            problems.error(
                    place,
                    "parameter '" + property.name() + "' of " + kamelet.name() + ": '" + text
                            + "' contains &, + or %, which Camel changes on the way into a kamelet; put the value"
                            + " into a header, variable or property before the step");
        }
        if (text.contains("{{") || text.contains("${")) {
            return;
        }
        String expected = expected(property, text);
        if (!expected.isEmpty()) {
            problems.error(
                    place,
                    "parameter '" + property.name() + "' of " + kamelet.name() + ": '" + text + "' is " + expected);
        }
    }

    private static String expected(Property property, String text) {
        if (!property.choices().isEmpty() && !property.choices().contains(text)) {
            return "none of " + String.join(", ", property.choices());
        }
        return switch (property.type()) {
            case "integer" -> text.matches("-?\\d{1,9}") ? "" : "not a whole number";
            case "number" -> text.matches("-?\\d+(\\.\\d+)?") ? "" : "not a number";
            case "boolean" -> text.matches("true|false") ? "" : "neither true nor false";
            default -> "";
        };
    }

    private static void required(KameletDefinition kamelet, KameletCall call, Problems problems) {
        for (Property property : kamelet.properties().values()) {
            String given = call.parameters().getOrDefault(property.name(), "");
            if (property.required() && property.fallback().isEmpty() && given.isBlank()) {
                problems.error(
                        call.place(), "parameter '" + property.name() + "' of " + kamelet.name() + " is missing");
            }
        }
    }
}
