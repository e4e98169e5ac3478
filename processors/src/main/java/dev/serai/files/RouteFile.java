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
        /** {@code capture-mail-<name>}. */
        MAILBOX("capture-mail-"),
        /** {@code capture-jms-<name>}. */
        JMS_POINT("capture-jms-"),
        /** {@code capture-file-<name>}. */
        FILE_POINT("capture-file-"),
        /** {@code capture-rest-<name>}. */
        REST_POINT("capture-rest-"),
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
                if (id.startsWith(kind.prefix)) {
                    return kind;
                }
            }
            return OTHER;
        }

        /** How the ids of its routes begin. */
        public String prefix() {
            return prefix;
        }
    }

    /** What the id says after the kind: the point, account or queue. */
    public String name() {
        return id.substring(kind.prefix().length());
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
