package dev.serai.capture.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a parameter gets.
 *
 * @param value as JDBC takes it
 * @param type of {@link Types}, for a null
 */
record Bound(@Nullable Object value, int type) {

    static Bound text(@Nullable String text) {
        return new Bound(text, Types.VARCHAR);
    }

    /** What JSON has: texts, numbers, true and false; everything else as its text. */
    static Bound plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean
                ? new Bound(value, Types.VARCHAR)
                : text(value.toString());
    }

    /** Binds the values to a statement's question marks. */
    static void all(PreparedStatement statement, List<String> names, Map<String, Bound> values) throws SQLException {
        int number = 1;
        for (String name : names) {
            Bound bound = values.getOrDefault(Parameters.key(name), text(null));
            if (bound.value() == null) {
                statement.setNull(number++, bound.type());
            } else {
                statement.setObject(number++, bound.value());
            }
        }
    }
}
