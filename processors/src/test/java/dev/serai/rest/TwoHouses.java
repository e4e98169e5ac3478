package dev.serai.rest;

import dev.serai.access.KeyBook;
import dev.serai.access.KeyName;
import dev.serai.access.KeyText;
import dev.serai.access.NewKey;
import dev.serai.access.Role;
import dev.serai.interaction.TenantName;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A hub that two tenants share, each with something of every sort. */
@SuppressWarnings("try") // a hub may throw anything when it stops
final class TwoHouses implements AutoCloseable {
    static final String ACME = "acme";
    static final String GLOBEX = "globex";

    private final RestHub hub;
    private final DatabaseSettings database;
    private final Client hubs;
    private final String hubKey;
    private final Estate acme;
    private final Estate globex;

    private TwoHouses(RestHub hub, DatabaseSettings database) {
        this.hub = hub;
        this.database = database;
        this.hubKey = key(null, "house-keeper", Role.ADMIN);
        this.hubs = new Client(hub.port(), Guarded.bearer(hubKey));
        this.acme = Estate.of(ACME, client(ACME, "acme-builder", Role.ADMIN), hub.store());
        this.globex = Estate.of(GLOBEX, client(GLOBEX, "globex-builder", Role.ADMIN), hub.store());
        hub.sequence();
    }

    static TwoHouses start(Path folder, DatabaseSettings database) throws Exception {
        Map<String, String> files = new TreeMap<>(Estate.files(ACME));
        files.putAll(Estate.files(GLOBEX));
        return new TwoHouses(
                RestHub.start(folder, database, Map.of("serai.http.authentication", "keys"), files), database);
    }

    RestHub hub() {
        return hub;
    }

    Estate acme() {
        return acme;
    }

    Estate globex() {
        return globex;
    }

    /** An administrator of the hub. */
    Client hubs() {
        return hubs;
    }

    /** The same, acting for a tenant. */
    Client hubsFor(String tenant) {
        return new Client(hub.port(), "Authorization", "Bearer " + hubKey, Border.HEADER, tenant);
    }

    /** A caller of a tenant with one role. */
    Client client(String tenant, String name, Role role) {
        return new Client(hub.port(), Guarded.bearer(key(tenant, name, role)));
    }

    String key(@Nullable String tenant, String name, Role role) {
        KeyText text = KeyText.random(new SecureRandom());
        NewKey wanted = new NewKey(
                KeyName.of(name),
                Set.of(role),
                Set.of(),
                Optional.ofNullable(tenant).map(TenantName::of),
                null,
                null);
        hub.store().writeNow(tx -> new KeyBook(tx).add(wanted, text, "test"));
        hub.keysChanged();
        return text.reveal();
    }

    /** Every row of a tenant in every table, and what is paused, as text. */
    String digest(String tenant) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.url(), database.username(), database.password().get());
                Statement statement = connection.createStatement()) {
            StringBuilder all = new StringBuilder();
            for (String table : tables(connection)) {
                all.append(table)
                        .append(rows(statement, "select * from " + table + " where tenant = '" + tenant + "'"));
            }
            return all.append(rows(statement, "select * from paused")).toString();
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (columns.next()) {
                boolean owned = columns.getString("COLUMN_NAME").equalsIgnoreCase("tenant");
                String schema = columns.getString("TABLE_SCHEM");
                if (owned && "public".equalsIgnoreCase(schema)) {
                    tables.add(columns.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder("\n");
                for (int i = 1; i <= columns; i++) {
                    if (result.getMetaData().getColumnName(i).equalsIgnoreCase("used_at")) {
                        continue; // of the key that made the estate, written a minute later
                    }
                    Object value = result.getObject(i);
                    row.append(value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : value)
                            .append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(String::compareTo);
        return rows;
    }

    @Override
    public void close() throws Exception {
        hub.close();
    }
}
