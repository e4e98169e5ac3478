package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.NUMBER;
import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of the database: {@code serai.database.}. */
public final class DatabaseKeys {
    /** The database. */
    public static final SettingKey URL = new SettingKey(
            "serai.database.url",
            "",
            TEXT,
            "JDBC URL; empty = H2 in the data folder",
            "The database that holds everything accepted.",
            "PostgreSQL (jdbc:postgresql://…) allows several nodes; H2 exactly one.");

    /** The database user. */
    public static final SettingKey USERNAME = new SettingKey(
            "serai.database.username",
            "serai",
            TEXT,
            "name",
            "The user that the hub connects to the database with.",
            "It must own the schema, since migrations run at start.");

    /** The database password. */
    public static final SettingKey SECRET = new SettingKey(
            "serai.database.secret",
            "",
            SettingKey.Kind.SECRET,
            "reference env:NAME or file:/path",
            "The database user's password.",
            "It is read when a connection is made, so rotating it needs no restart.");

    /** The size of the connection pool. */
    public static final SettingKey POOL = new SettingKey(
            "serai.database.pool",
            "10",
            NUMBER,
            "connections",
            "How many database connections the hub keeps at most.",
            "More than the database has cores seldom helps; too few make strategies wait.");

    private DatabaseKeys() {}
}
