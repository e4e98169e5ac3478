package dev.serai.check;

import dev.serai.files.KameletCall;
import dev.serai.files.Place;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import java.util.List;
import java.util.Set;

/** What can be said of one step of a strategy by looking at it alone. */
final class Steps {
    static final String ADVICE = "; end it with place, hold, stop or send";
    /** What Java does in them is not seen; it may end the run. */
    private static final Set<String> BLIND =
            Set.of("bean", "process", "toD", "dynamicRouter", "routingSlip", "recipientList", "script");

    private static final String DECISION_CODE = "bean-action";
    private static final Set<String> BLIND_SCHEMES = Set.of("bean", "class", "ref", "language");

    private Steps() {}

    static boolean isBlind(String eip, YamlMap body) {
        String uri = body.text("uri").orElse("");
        return BLIND.contains(eip)
                || KameletCall.of(eip, body)
                        .filter(call -> call.kamelet().equals(DECISION_CODE))
                        .isPresent()
                || BLIND_SCHEMES.contains(uri.replaceFirst(":.*", ""));
    }

    static boolean callsKamelets(YamlMap body) {
        boolean[] found = {false};
        YamlTree.walk(
                "", body, (key, map) -> found[0] |= KameletCall.of(key, map).isPresent());
        return found[0];
    }

    static Exit plain(String eip, YamlMap body) {
        return Exit.at(label(body), "the route goes on after '" + id(eip, body) + "' and has no ending" + ADVICE);
    }

    static Exit bareStop(YamlMap body) {
        return new Exit(
                body.place(),
                "'stop' ends the route without a decision; use kamelet:stop-action, or place, hold or send",
                false,
                true);
    }

    static List<YamlNode> steps(YamlMap body) {
        return body.list("steps").map(YamlList::items).orElse(List.of());
    }

    static Place label(YamlMap body) {
        return body.placeOf("id");
    }

    static String id(String eip, YamlMap body) {
        return body.text("id").or(() -> body.text("uri")).orElse(eip);
    }
}
