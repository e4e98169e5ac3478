package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;
import java.util.HashMap;
import java.util.Map;

/** Demands the canonical form of steps, and ids: in a strategy for every step, since {@code explain} shows them. */
final class StepFormCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        for (RouteFile file : generation.routes().values()) {
            Map<String, Integer> ids = new HashMap<>();
            file.yaml().root().ifPresent(root -> walk(root, file, ids, problems));
        }
        generation.kamelets().values().forEach(kamelet -> kamelet.steps().forEach(step -> forms(step, problems)));
    }

    private void walk(YamlNode node, RouteFile file, Map<String, Integer> ids, Problems problems) {
        forms(node, problems);
        YamlTree.walk("", node, (key, map) -> {
            YamlTree.maps(map, "steps", step -> step(step, file, ids, problems));
            if (key.equals("when")) {
                identified("when", map, file, ids, problems);
            }
        });
    }

    private static void forms(YamlNode node, Problems problems) {
        YamlTree.walk("", node, (key, map) -> {
            for (YamlMap.Entry entry : map.entries()) {
                if (entry.name().equals("to") && entry.value() instanceof YamlScalar scalar && !key.equals("rest")) {
                    problems.error(
                            scalar.place(),
                            "write 'to' in the long form: to: {id: …, uri: \"" + scalar.text()
                                    + "\", parameters: {…}}");
                }
            }
        });
    }

    private static void step(YamlMap step, RouteFile file, Map<String, Integer> ids, Problems problems) {
        for (YamlMap.Entry entry : step.entries()) {
            if (entry.value() instanceof YamlMap body) {
                identified(entry.name(), body, file, ids, problems);
            } else if (file.kind() == RouteFile.Kind.STRATEGY && !(entry.value() instanceof YamlList)) {
                noId(entry.name(), entry.key().place(), problems);
            }
        }
    }

    private static void identified(
            String eip, YamlMap body, RouteFile file, Map<String, Integer> ids, Problems problems) {
        if (body.text("id").isEmpty()) {
            if (file.kind() == RouteFile.Kind.STRATEGY) {
                noId(eip, body.place(), problems);
            }
            return;
        }
        String id = body.text("id").orElseThrow();
        Integer before = ids.putIfAbsent(id, body.placeOf("id").line());
        if (before != null && before != body.placeOf("id").line()) {
            problems.error(body.placeOf("id"), "step id '" + id + "' is used twice, first on line " + before);
        }
    }

    private static void noId(String eip, Place place, Problems problems) {
        problems.error(place, "this '" + eip + "' has no id; every step of a strategy needs one, explain shows it");
    }
}
