package dev.serai.lookup;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a result, by the names that user data get. */
final class Columns {
    private static final int LONGEST = 4_000;

    private final List<String> names;

    private Columns(List<String> names) {
        this.names = names;
    }

    static Columns of(ResultSetMetaData result) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            names.add(ColumnName.of(result.getColumnLabel(i)));
        }
        return new Columns(names);
    }

    Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Object value = result.getObject(i + 1);
            if (value != null) {
                row.put(names.get(i), plain(value));
            }
        }
        return row;
    }

    /** What JSON has, a text of at most 4,000 characters for the rest. */
    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean || value instanceof Double) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0 && number.precision() < 18
                    ? (Object) number.longValueExact()
                    : number.toPlainString();
        }
        if (value instanceof Number number) {
            return number.doubleValue() % 1 == 0 ? (Object) number.longValue() : (Object) number.doubleValue();
        }
        return clipped(text(value));
    }

    private static String text(Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate().toString();
        }
        return value.toString();
    }

    private static String clipped(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
