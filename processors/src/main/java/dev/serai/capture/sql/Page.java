package dev.serai.capture.sql;

import dev.serai.lookup.NamedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows that one statement gives now.
 *
 * @param full whether there may be more
 */
record Page(List<Row> rows, boolean full) {
    /** Characters that are held at once, roughly; the row that goes beyond is the last. */
    private static final long MOST = 8L << 20;

    /** Few, as each may be large. */
    private static final int FETCHED = 10;

    /**
     * Reads in the connection's transaction.
     *
     * @param telling the sections that tell the database about these rows
     * @param passed the keys of rows that are read beside the others and left out
     * @throws SqlTrouble when the statement is refused, or the database is gone
     */
    static Page read(SqlPlan plan, Section section, List<Section> telling, Set<String> passed, Connection connection)
            throws SqlTrouble {
        NamedQuery query = plan.statement(section);
        Set<String> bound = new HashSet<>();
        for (Section one : telling) {
            plan.statement(one).names().forEach(name -> bound.add(Parameters.key(name)));
        }
        int wanted = plan.point().reading().maxPerPoll();
        int most = wanted + passed.size();
        try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
            statement.setQueryTimeout(plan.seconds());
            statement.setMaxRows(most);
            statement.setFetchSize(Math.min(most, FETCHED));
            Bound.all(statement, query.parameters(), Parameters.reading(most));
            try (ResultSet result = statement.executeQuery()) {
                List<Column> columns = Column.of(result.getMetaData());
                known(plan, telling, columns);
                return rows(result, new RowReader(section, columns, bound), wanted, passed);
            }
        } catch (SQLException | RuntimeException failure) {
            throw SqlTrouble.of(
                    "statement '" + section.word() + "' of " + plan.point().statements(), failure);
        }
    }

    private static Page rows(ResultSet result, RowReader reader, int most, Set<String> passed) throws SQLException {
        List<Row> rows = new ArrayList<>();
        long size = 0;
        while (rows.size() < most && size < MOST && result.next()) {
            Row row = reader.read(result);
            if (!passed.contains(row.key())) {
                rows.add(row);
                size += row.size();
            }
        }
        return new Page(rows, rows.size() == most || size >= MOST);
    }

    /** A parameter that is bound to nothing would mark the wrong rows, or none. */
    private static void known(SqlPlan plan, List<Section> telling, List<Column> columns) throws SqlTrouble {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.key()));
        for (Section section : telling) {
            Set<String> more = section == Section.FAILED || section == Section.CHANGE_FAILED
                    ? Parameters.REFUSED
                    : Parameters.TOLD;
            for (String name : plan.statement(section).names()) {
                if (!names.contains(Parameters.key(name)) && !Parameters.isOneOf(name, more)) {
                    throw new SqlTrouble("parameter ':" + name + "' of statement '" + section.word()
                            + "' is no column of the rows; there are " + columnNames(columns));
                }
            }
        }
    }

    private static String columnNames(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::label).toList());
    }
}
