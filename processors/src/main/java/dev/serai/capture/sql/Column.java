package dev.serai.capture.sql;

import dev.serai.lookup.ColumnName;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a result.
 *
 * @param number from 1
 * @param label as the database calls it
 * @param type of {@link java.sql.Types}
 */
record Column(int number, String label, int type) {

    /** @throws SqlTrouble when two cannot be told from each other */
    static List<Column> of(ResultSetMetaData result) throws SQLException, SqlTrouble {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int number = 1; number <= result.getColumnCount(); number++) {
            Column column = new Column(number, result.getColumnLabel(number), result.getColumnType(number));
            if (!names.add(column.key())) {
                throw new SqlTrouble(
                        "two columns are called '" + column.label() + "'; give one another name with 'as'");
            }
            columns.add(column);
        }
        return columns;
    }

    /** What it is known by, without case and underscores. */
    String key() {
        return ColumnName.folded(label);
    }
}
