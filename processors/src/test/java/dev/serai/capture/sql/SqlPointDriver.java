package dev.serai.capture.sql;

import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.point.DocumentTopic;
import dev.serai.point.Order;
import dev.serai.point.PointBench;
import dev.serai.point.PointDriver;
import dev.serai.point.PointTopic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders as rows of two tables: those that submit in one, those that change what was submitted in the other. */
final class SqlPointDriver implements PointDriver {
    private final Shop shop;

    SqlPointDriver(Foreign database) {
        this.shop = new Shop(database);
    }

    Foreign database() {
        return shop.database();
    }

    @Override
    public String kind() {
        return "sql";
    }

    @Override
    public List<String> parameters() {
        return List.of("database: shop", "pollInterval: 50ms", "maxPerPoll: 200");
    }

    @Override
    public void prepare(TestInstance instance) {
        shop.into(instance, PointBench.POINT);
    }

    @Override
    public void deliver(List<Order> orders) throws SQLException {
        long unused = insert(orders);
    }

    /** Rows that are set back are read again as they were. */
    @Override
    public void deliverTwice(List<Order> orders) throws SQLException {
        long last = insert(orders);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database()
                        .rows("select 1 from orders where status = 'new'")
                        .isEmpty());
        database()
                .execute("update orders set status = 'new', interaction_id = null where id > " + (last - orders.size())
                        + " and id <= " + last);
    }

    @Override
    public List<String> answers() {
        return Stream.of(done(), aside()).flatMap(List::stream).toList();
    }

    @Override
    public List<String> done() {
        return both("external_id, interaction_id", "status = 'done'");
    }

    @Override
    public List<String> aside() {
        return both("external_id, error", "status = 'error'");
    }

    @Override
    public List<String> news() {
        return database().rows("select interaction_id, external_id, kind, delivery_id from news");
    }

    @Override
    public Map<Class<? extends PointTopic>, String> lacks() {
        return Map.of(DocumentTopic.class, "rows are no documents; nothing is written as JSON or XML");
    }

    private List<String> both(String columns, String where) {
        return Stream.of("orders", "order_changes")
                .flatMap(table ->
                        database()
                                .rows("select " + columns + " from " + table + " where " + where + " order by id")
                                .stream())
                .toList();
    }

    /** All or none; the number of the last. */
    private long insert(List<Order> orders) throws SQLException {
        try (Connection connection = database().connect()) {
            connection.setAutoCommit(false);
            long last = 0;
            for (Order order : orders) {
                last = order.operation().equals("submit") ? submit(connection, order) : change(connection, order);
            }
            connection.commit();
            return last;
        }
    }

    private static long submit(Connection connection, Order order) throws SQLException {
        return insert(
                connection,
                "insert into orders (external_id, subject, queue, media_type, priority, tier) values (?, ?, ?, ?, ?, ?)",
                order.externalId(),
                order.properties().get("subject"),
                order.properties().get("queue"),
                order.properties().get("mediaType"),
                order.properties().get("priority"),
                order.properties().get("tier"));
    }

    private static long change(Connection connection, Order order) throws SQLException {
        return insert(
                connection,
                "insert into order_changes (external_id, operation, priority, \"order\", reason) values (?, ?, ?, ?, ?)",
                order.externalId(),
                order.operation(),
                order.properties().get("priority"),
                order.properties().get("order"),
                order.properties().get("reason"));
    }

    private static long insert(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement, new String[] {"id"})) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new AssertionError("no key");
                }
                return Objects.requireNonNull(keys.getObject(1, Long.class));
            }
        }
    }
}
