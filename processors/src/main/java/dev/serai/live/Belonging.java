package dev.serai.live;

import dev.serai.files.CamelResource;
import dev.serai.files.Generation;
import dev.serai.files.RouteFile;
import dev.serai.files.YamlMap;
import java.util.Optional;
import java.util.Set;

/**
 * Where a file is loaded: what decides and sends in the context of its generation, what has a source of its own, such as
 * a mailbox or a timer, in the one that the hub always has, what both may call in both.
 */
record Belonging(boolean toGeneration, boolean toHub) {
    private static final Belonging BOTH = new Belonging(true, true);
    private static final Belonging GENERATION = new Belonging(true, false);
    private static final Belonging HUB = new Belonging(false, true);
    /** Sources that only routes of the same context can reach. */
    private static final Set<String> CALLED = Set.of("direct", "seda");

    static Belonging of(CamelResource resource, Generation generation) {
        if (resource.path().startsWith("routes/api/")) {
            return HUB;
        }
        return generation.routes().values().stream()
                .filter(file -> file.path().equals(resource.path()))
                .findFirst()
                .map(Belonging::of)
                .orElse(BOTH);
    }

    private static Belonging of(RouteFile file) {
        if (file.route().isEmpty()) {
            return BOTH;
        }
        return switch (file.kind()) {
            case STRATEGY, ACCOUNT -> GENERATION;
            case POINT, API -> HUB;
            case OTHER -> CALLED.contains(source(file)) ? BOTH : HUB;
        };
    }

    private static String source(RouteFile file) {
        Optional<String> uri =
                file.route().flatMap(route -> route.map("from")).flatMap((YamlMap from) -> from.text("uri"));
        return uri.orElse("").replaceFirst(":.*", "");
    }
}
