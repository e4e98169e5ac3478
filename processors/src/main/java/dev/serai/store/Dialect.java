package dev.serai.store;

import java.util.Locale;

/** The two databases that the hub runs on. */
public enum Dialect {
    H2("varbinary(1048576)"),
    POSTGRESQL("bytea");

    private final String bytesType;

    Dialect(String bytesType) {
        this.bytesType = bytesType;
    }

    /** @throws IllegalArgumentException when the URL is neither H2's nor PostgreSQL's */
    static Dialect of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("serai.database.url must start with jdbc:h2: or jdbc:postgresql:, not "
                + url.replaceAll("(?s)\\?.*", "?…"));
    }

    /** The column type of a raw chunk. */
    String bytesType() {
        return bytesType;
    }

    /** The folder of migrations and queries that are this database's own. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
