package dev.serai.bench;

import dev.serai.testing.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows that a hub wrote for each mail, inserted again in batches and durable transactions: what the database takes. */
final class InsertAlone {
    private static final int AT_ONCE = 100;

    private final Connection source;
    private final Connection target;

    private InsertAlone(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /** A table and which of its rows capture wrote, the same number of them in each. */
    private record Table(String name, String only) {
        private static final List<Table> ALL = List.of(
                new Table("ledger", "result = 'taken' order by interaction_id"),
                new Table("interaction", "true order by id"),
                new Table("raw", "true order by id"),
                new Table("raw_chunk", "true order by id"),
                new Table("event", "seq = 1 and subject not like 'point:%' order by subject"),
                new Table("work", "true order by id"));
    }

    static Duration of(Postgres.Database filled, Postgres.Database empty, int mails) throws SQLException {
        try (Connection source = filled.connect();
                Connection target = empty.connect()) {
            target.setAutoCommit(false);
            return new InsertAlone(source, target).copy(mails);
        }
    }

    private Duration copy(int mails) throws SQLException {
        Duration sum = Duration.ZERO;
        for (int from = 0; from < mails; from += AT_ONCE) {
            List<List<Object[]>> group = new ArrayList<>();
            for (Table table : Table.ALL) {
                group.add(rows(table, from));
            }
            long begin = System.nanoTime();
            for (int i = 0; i < group.size(); i++) {
                insert(Table.ALL.get(i), group.get(i));
            }
            target.commit();
            sum = sum.plusNanos(System.nanoTime() - begin);
        }
        return sum;
    }

    private List<Object[]> rows(Table table, int from) throws SQLException {
        String query =
                "select * from " + table.name() + " where " + table.only() + " limit " + AT_ONCE + " offset " + from;
        try (Statement statement = source.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<Object[]> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getObject(i + 1);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private void insert(Table table, List<Object[]> rows) throws SQLException {
        String values = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement statement =
                target.prepareStatement("insert into " + table.name() + " values (" + values + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            int[] unused = statement.executeBatch();
        }
    }
}
