package dev.serai.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks the steps of a route in the order of the file, telling under which conditions each runs. */
final class StepWalker {
    /** Takes one step. */
    interface Visitor {
        /**
         * One step.
         *
         * @param eip what it is: to, choice, log …
         * @param body its keys
         * @param conditions what must hold for it to run, outermost first; empty = always
         */
        void step(String eip, YamlMap body, List<String> conditions);
    }

    private static final String NOT_ENDED = " did not end it";
    private static final Set<String> BRANCHES = Set.of("choice", "filter");
    private final Visitor visitor;

    StepWalker(Visitor visitor) {
        this.visitor = visitor;
    }

    /** The kamelets that a route calls, its source first. */
    static List<KameletCall> calls(YamlMap from) {
        List<KameletCall> calls = new ArrayList<>();
        KameletCall.of("from", from).ifPresent(calls::add);
        new StepWalker((eip, body, conditions) -> KameletCall.of(eip, body).ifPresent(calls::add))
                .walk(steps(from), List.of());
        return calls;
    }

    void walk(List<YamlNode> steps, List<String> conditions) {
        String after = "";
        for (YamlNode item : steps) {
            if (!(item instanceof YamlMap step)) {
                continue;
            }
            for (YamlMap.Entry entry : step.entries()) {
                if (entry.value() instanceof YamlMap body) {
                    step(entry.name(), body, after.isEmpty() ? conditions : with(conditions, after));
                    after = BRANCHES.contains(entry.name()) ? label(entry.name(), body) + NOT_ENDED : after;
                }
            }
        }
    }

    private void step(String eip, YamlMap body, List<String> conditions) {
        visitor.step(eip, body, conditions);
        if (eip.equals("choice")) {
            choice(body, conditions);
            return;
        }
        List<String> inner = eip.equals("filter") ? with(conditions, condition(eip, body)) : conditions;
        walk(steps(body), inner);
        for (YamlNode item : body.list("doCatch").map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap handler) {
                walk(steps(handler), with(conditions, "a step of " + label(eip, body) + " failed"));
            }
        }
        body.map("doFinally").ifPresent(last -> walk(steps(last), conditions));
    }

    private void choice(YamlMap body, List<String> conditions) {
        for (YamlNode item : body.list("when").map(YamlList::items).orElse(List.of())) {
            if (item instanceof YamlMap when) {
                walk(steps(when), with(conditions, condition("when", when)));
            }
        }
        body.map("otherwise")
                .ifPresent(otherwise ->
                        walk(steps(otherwise), with(conditions, "otherwise of " + label("choice", body))));
    }

    static List<YamlNode> steps(YamlMap body) {
        return body.list("steps").map(YamlList::items).orElse(List.of());
    }

    private static String condition(String eip, YamlMap body) {
        return label(eip, body) + ": "
                + Expressions.of(body).map(Expressions.Found::text).orElse("");
    }

    private static String label(String eip, YamlMap body) {
        Optional<String> id = body.text("id");
        return id.orElse(eip);
    }

    private static List<String> with(List<String> conditions, String more) {
        List<String> all = new ArrayList<>(conditions);
        all.removeIf(condition -> condition.endsWith(NOT_ENDED) && more.endsWith(NOT_ENDED));
        all.add(more);
        return List.copyOf(all);
    }
}
