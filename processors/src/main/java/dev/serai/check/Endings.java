package dev.serai.check;

import static dev.serai.check.Steps.ADVICE;
import static dev.serai.check.Steps.bareStop;
import static dev.serai.check.Steps.callsKamelets;
import static dev.serai.check.Steps.id;
import static dev.serai.check.Steps.isBlind;
import static dev.serai.check.Steps.label;
import static dev.serai.check.Steps.plain;
import static dev.serai.check.Steps.steps;

import dev.serai.files.Generation;
import dev.serai.files.KameletCall;
import dev.serai.files.KameletDefinition;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows the paths of a route and finds those that leave it without an ending. */
final class Endings {
    /** Their steps work on copies, or any number of times. */
    private static final Set<String> COPIES =
            Set.of("multicast", "split", "loop", "aggregate", "wireTap", "resequence", "threads", "sort");

    private final Generation generation;
    private final Problems problems;
    private final Set<String> entered = new HashSet<>();

    Endings(Generation generation, Problems problems) {
        this.generation = generation;
        this.problems = problems;
    }

    /** The ways out of a route without an ending; none = every path ends. */
    List<Exit> ofRoute(RouteFile file) {
        entered.add("direct:" + file.id());
        YamlMap from = file.route().flatMap(route -> route.map("from")).orElseThrow();
        return sequence(steps(from), Exit.at(file.place(), "route '" + file.id() + "' has no ending" + ADVICE), false);
    }

    /** The ways out of steps in a row; {@code empty} is the way out when there are none. */
    private List<Exit> sequence(List<YamlNode> steps, Exit empty, boolean ours) {
        List<Exit> open = List.of(empty);
        List<Exit> fatal = new ArrayList<>();
        boolean blind = false;
        for (YamlNode node : steps) {
            if (!(node instanceof YamlMap step)) {
                continue;
            }
            for (YamlMap.Entry entry : step.entries()) {
                if (open.isEmpty()) {
                    neverReached(entry);
                    return fatal;
                }
                YamlMap body = entry.value() instanceof YamlMap map
                        ? map
                        : new YamlMap(entry.key().place(), List.of());
                // what our own kamelets call is known: it ends a route by stop only
                blind |= !ours && isBlind(entry.name(), body);
                boolean unseen = blind;
                List<Exit> exits = step(entry.name(), body, ours).stream()
                        .map(exit -> exit.seenBlindly(unseen))
                        .toList();
                exits.stream().filter(Exit::fatal).forEach(fatal::add);
                open = exits.stream().filter(exit -> !exit.fatal()).toList();
                blind |= open.stream().anyMatch(Exit::blind);
            }
        }
        fatal.addAll(open);
        return fatal;
    }

    private List<Exit> step(String eip, YamlMap body, boolean ours) {
        if (COPIES.contains(eip)) {
            return List.of(plain(eip, body).seenBlindly(callsKamelets(body)));
        }
        return switch (eip) {
            case "choice" -> choice(body, ours);
            case "filter" -> filter(body, ours);
            case "doTry" -> attempts(body, ours);
            case "circuitBreaker" -> breaker(body, ours);
            case "pipeline", "step", "saga", "transacted", "policy", "idempotentConsumer" ->
                sequence(steps(body), plain(eip, body), ours);
            case "throwException", "rollback" -> List.of();
            case "stop" -> ours ? List.of() : List.of(bareStop(body));
            case "to", "kamelet" -> to(eip, body);
            default -> List.of(plain(eip, body));
        };
    }

    private List<Exit> choice(YamlMap body, boolean ours) {
        List<Exit> exits = new ArrayList<>();
        YamlTree.maps(
                body,
                "when",
                when -> exits.addAll(sequence(
                        steps(when),
                        Exit.at(
                                label(when),
                                "the branch 'when " + id("", when) + "' leaves the route without an ending" + ADVICE),
                        ours)));
        if (body.map("otherwise").isPresent()) {
            YamlMap otherwise = body.map("otherwise").orElseThrow();
            String sentence =
                    "the branch 'otherwise' of '" + id("choice", body) + "' leaves the route without an ending";
            exits.addAll(sequence(steps(otherwise), Exit.at(body.placeOf("otherwise"), sentence + ADVICE), ours));
        } else {
            exits.add(Exit.at(
                    label(body),
                    "when no branch of '" + id("choice", body) + "' applies, the route has no ending" + ADVICE
                            + " behind the choice or in an otherwise"));
        }
        return exits;
    }

    private List<Exit> filter(YamlMap body, boolean ours) {
        List<Exit> exits = new ArrayList<>(sequence(steps(body), plain("filter", body), ours));
        exits.add(Exit.at(
                label(body), "when '" + id("filter", body) + "' does not apply, the route has no ending" + ADVICE));
        return exits;
    }

    private List<Exit> attempts(YamlMap body, boolean ours) {
        List<Exit> exits = new ArrayList<>(sequence(steps(body), plain("doTry", body), ours));
        YamlTree.maps(
                body,
                "doCatch",
                handler -> exits.addAll(sequence(
                        steps(handler),
                        Exit.at(label(handler), "this doCatch leaves the route without an ending" + ADVICE),
                        ours)));
        return exits;
    }

    private List<Exit> breaker(YamlMap body, boolean ours) {
        List<Exit> exits = new ArrayList<>(sequence(steps(body), plain("circuitBreaker", body), ours));
        body.map("onFallback")
                .ifPresent(fallback -> exits.addAll(sequence(steps(fallback), plain("onFallback", fallback), ours)));
        return exits;
    }

    private List<Exit> to(String eip, YamlMap body) {
        var call = KameletCall.of(eip, body);
        if (call.isPresent()) {
            KameletDefinition kamelet = generation.kamelets().get(call.get().kamelet());
            return kamelet == null ? List.of(plain(eip, body)) : inner(eip, body, kamelet);
        }
        String uri = body.text("uri").orElse("");
        if (!uri.startsWith("direct:") || !entered.add(uri)) {
            return List.of(plain(eip, body));
        }
        try {
            return routesFrom(uri, eip, body);
        } finally {
            entered.remove(uri);
        }
    }

    private List<Exit> routesFrom(String uri, String eip, YamlMap body) {
        for (RouteFile file : generation.routes().values()) {
            YamlMap from = file.route().flatMap(route -> route.map("from")).orElse(null);
            if (from != null && from.text("uri").orElse("").equals(uri)) {
                return here(eip, body, sequence(steps(from), plain(eip, body), false));
            }
        }
        return List.of(plain(eip, body));
    }

    private List<Exit> inner(String eip, YamlMap body, KameletDefinition kamelet) {
        String name = "kamelet:" + kamelet.name();
        if (!entered.add(name)) {
            return List.of(plain(eip, body));
        }
        try {
            return here(eip, body, sequence(kamelet.steps(), plain(eip, body), kamelet.isExact()));
        } finally {
            entered.remove(name);
        }
    }

    /** What is open in another file is told at the step that goes there. */
    private List<Exit> here(String eip, YamlMap body, List<Exit> there) {
        Exit plain = plain(eip, body);
        return there.stream()
                .map(exit -> new Exit(
                        plain.place(), exit.fatal() ? exit.sentence() : plain.sentence(), exit.blind(), exit.fatal()))
                .distinct()
                .toList();
    }

    private void neverReached(YamlMap.Entry entry) {
        String id = entry.value() instanceof YamlMap body ? id(entry.name(), body) : entry.name();
        problems.warning(entry.key().place(), "step '" + id + "' is never reached; every path before it ends");
    }
}
