package dev.serai.files;

import java.util.Optional;

/**
 * A file below {@code routes/} that holds a route (or, in api/, a {@code rest:} resource).
 *
 * @param id the file's stem, which is the route's id
 * @param path the file
 * @param kind what it is for, by its name
 * @param yaml the tree
 * @param route the route's keys, when there is exactly one
 */
public record RouteFile(String id, String path, Kind kind, YamlFile yaml, Optional<YamlMap> route) {
    /** What a route file is for, by its name. */
    public enum Kind {
        /** A capture point of one of the {@link PointKind}s. */
        POINT("capture-"),
        /** {@code dispatch-smtp-<account>}. */
        ACCOUNT("dispatch-smtp-"),
        /** {@code strategy-<queue>}. */
        STRATEGY("strategy-"),
        /** {@code api-<resource>}. */
        API("api-"),
        /** Anything else, the engineer's own. */
        OTHER("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        static Kind of(String id) {
            for (Kind kind : values()) {
                if (id.startsWith(kind.prefix)
                        && (kind != POINT || PointKind.of(id).isPresent())) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    /** What the id says after the kind: the point, account or queue. */
    public String name() {
        return id.substring(
                pointKind().map(PointKind::prefix).orElse(kind.prefix).length());
    }

    /** Which kind of capture point it is; empty when it is none. */
    public Optional<PointKind> pointKind() {
        return kind == Kind.POINT ? PointKind.of(id) : Optional.empty();
    }

    /** The text of the route's description. */
    public String description() {
        return route.flatMap(found -> found.text("description")).orElse("");
    }

    /** Where the route stands. */
    public Place place() {
        return route.map(found -> found.placeOf("id")).orElse(Place.of(path, 1));
    }
}
