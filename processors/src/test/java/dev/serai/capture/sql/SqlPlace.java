package dev.serai.capture.sql;

import dev.serai.capture.CaptureHub;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import dev.serai.store.Roles;
import java.nio.file.Path;

/** A point on an H2 database of a test, and hubs that read it. */
final class SqlPlace {
    static final String POINT = "orders";

    private final Path folder;
    private final Foreign database;
    private String statements = Shop.STATEMENTS;
    private String more = "";

    SqlPlace(Path folder, Foreign database) {
        this.folder = folder;
        this.database = database;
    }

    /** One with the tables of the shop. */
    static SqlPlace of(Path folder) {
        Foreign database = Foreign.h2();
        Shop unused = new Shop(database);
        return new SqlPlace(folder, database);
    }

    /** Further parameters, each as {@code , key: value}. */
    SqlPlace with(String parameters) {
        more = parameters;
        return this;
    }

    /** Other statements than the shop's. */
    SqlPlace statements(String text) {
        statements = text;
        return this;
    }

    Foreign database() {
        return database;
    }

    CaptureHub hub() {
        return start(CaptureHub.in(folder));
    }

    CaptureHub start(CaptureHub hub) {
        Outlets outlets = new Outlets(hub.store(), new Roles(hub.store(), "outlets-" + System.nanoTime()));
        return hub.file("config/queues/orders.yaml", "description: Orders\nstrategy: false\n")
                .file("config/databases/shop.yaml", database.file(""))
                .file("sql/points/orders.sql", statements)
                .file("routes/capture/capture-sql-orders.camel.yaml", """
                        - route:
                            id: capture-sql-orders
                            description: A test.
                            from:
                              uri: kamelet:sql-capture-source
                              parameters: {name: orders, queue: orders, pollInterval: 50ms%s}
                              steps:
                                - to: {id: seen, uri: "bean:seen"}
                        """.formatted(more))
                .component(SqlComponent.SCHEME, new SqlComponent(hub.points(), outlets))
                .start();
    }

    static long owed(CaptureHub hub) {
        return hub.store()
                .read(tx ->
                        tx.deliveries().awaited("default", PointName.of(POINT).value()));
    }
}
