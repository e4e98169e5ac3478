package dev.serai.capture.sql;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads values as JSON has them: texts, numbers, true and false; times as RFC 3339, those without a zone as UTC. */
final class CellReader {
    /** Characters of one value, at most. */
    static final int LONGEST = 1_000_000;

    private CellReader() {}

    /** A value cannot be had; the message goes on after the name of its column. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static @Nullable Object read(ResultSet row, Column column) throws SQLException, Unreadable {
        int at = column.number();
        return switch (column.type()) {
            case Types.BIT, Types.BOOLEAN -> orNull(row.getBoolean(at), row);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> orNull(row.getLong(at), row);
            case Types.NUMERIC, Types.DECIMAL -> number(row.getBigDecimal(at));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> number(row, at);
            case Types.DATE ->
                row.getDate(at) == null ? null : row.getDate(at).toLocalDate().toString();
            case Types.TIMESTAMP ->
                time(row.getTimestamp(at, Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT)));
            case Types.TIMESTAMP_WITH_TIMEZONE -> time(row.getObject(at, OffsetDateTime.class));
            case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.SQLXML -> streamed(row, at);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> id(row.getObject(at));
            case Types.BLOB -> none(row, at, "is binary; expected text, numbers, times or truth values");
            case Types.ARRAY, Types.STRUCT, Types.REF, Types.REF_CURSOR, Types.ROWID, Types.DATALINK ->
                none(row, at, "is of a type that is no single value");
            default -> bounded(row.getString(at));
        };
    }

    /** For a statement; a time without a zone must not be taken through that of this machine, which leaves out an hour a year. */
    static @Nullable Object asItIs(ResultSet row, Column column) throws SQLException {
        if (column.type() == Types.TIMESTAMP) {
            try {
                return row.getObject(column.number(), LocalDateTime.class);
            } catch (SQLException | RuntimeException | AbstractMethodError zoned) {
                return row.getObject(column.number()); // PostgreSQL's times with a zone are of this type too
            }
        }
        return row.getObject(column.number());
    }

    /** Of a type that cannot be read nothing can. */
    private static @Nullable Object none(ResultSet row, int at, String reason) throws SQLException, Unreadable {
        if (row.getObject(at) != null) {
            throw new Unreadable(reason);
        }
        return null;
    }

    private static @Nullable Object orNull(Object value, ResultSet row) throws SQLException {
        return row.wasNull() ? null : value;
    }

    /** An integer is one whatever its scale; what JSON readers would round is text. */
    private static @Nullable Object number(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        if (whole && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            return number.longValueExact();
        }
        return number.precision() <= 15 && Math.abs(number.scale()) <= 15 ? (Object) number : number.toString();
    }

    private static @Nullable Object number(ResultSet row, int at) throws SQLException, Unreadable {
        double number = row.getDouble(at);
        if (!Double.isFinite(number)) {
            throw new Unreadable("is no number: " + number);
        }
        return orNull(number, row);
    }

    private static @Nullable String time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant().toString();
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().toString();
    }

    /** Some databases keep UUIDs as bytes. */
    private static @Nullable String id(@Nullable Object value) throws Unreadable {
        if (value == null || value instanceof UUID) {
            return value == null ? null : Objects.toString(value);
        }
        throw new Unreadable("is binary; expected text, numbers, times or truth values");
    }

    private static @Nullable String bounded(@Nullable String text) throws Unreadable {
        if (text != null && text.length() > LONGEST) {
            throw tooLong();
        }
        return text;
    }

    private static @Nullable String streamed(ResultSet row, int at) throws SQLException, Unreadable {
        try (Reader reader = row.getCharacterStream(at)) {
            if (reader == null) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            char[] piece = new char[8192];
            for (int read = reader.read(piece); read >= 0; read = reader.read(piece)) {
                text.append(piece, 0, read);
                if (text.length() > LONGEST) {
                    throw tooLong();
                }
            }
            return text.toString();
        } catch (IOException broken) {
            throw new SQLException("a long text cannot be read", broken);
        }
    }

    private static Unreadable tooLong() {
        return new Unreadable("has more than " + LONGEST + " characters");
    }
}
