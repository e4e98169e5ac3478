package dev.serai.store;

import dev.serai.interaction.CleanText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one write, sent together. Binding goes by position and without a look at types, since every commit group does
 * nothing more often: the library's own batches took a fifth of the hub's processor time there.
 */
final class Batch {
    private final Positional statement;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private @Nullable Object[] row;
    private int bound;
    private final Connection connection;

    /** What stands for a null, of which drivers want to know the type. */
    private record Nothing(int type) {
        static final Nothing TEXT = new Nothing(Types.VARCHAR);
        static final Nothing NUMBER = new Nothing(Types.INTEGER);
        static final Nothing BIG = new Nothing(Types.BIGINT);
        static final Nothing TIME = new Nothing(Types.TIMESTAMP_WITH_TIMEZONE);
        static final Nothing BYTES = new Nothing(Types.VARBINARY);
    }

    Batch(Positional statement, Connection connection) {
        this.statement = statement;
        this.connection = connection;
        this.row = new Object[statement.count()];
    }

    /** Texts are cleaned first: no mail can bring a character that a database refuses. */
    Batch bind(String name, @Nullable String value) {
        return put(name, value == null ? Nothing.TEXT : CleanText.of(value));
    }

    Batch bind(String name, @Nullable Integer value) {
        return put(name, value == null ? Nothing.NUMBER : value);
    }

    Batch bind(String name, @Nullable Long value) {
        return put(name, value == null ? Nothing.BIG : value);
    }

    Batch bind(String name, int value) {
        return put(name, value);
    }

    Batch bind(String name, long value) {
        return put(name, value);
    }

    Batch bind(String name, boolean value) {
        return put(name, value);
    }

    Batch bind(String name, @Nullable OffsetDateTime value) {
        return put(name, value == null ? Nothing.TIME : value);
    }

    Batch bind(String name, byte @Nullable [] value) {
        return put(name, value == null ? Nothing.BYTES : value);
    }

    private Batch put(String name, Object value) {
        List<Integer> places = statement.places().get(name);
        if (places == null) {
            throw new IllegalArgumentException("no parameter '" + name + "' in: " + statement.sql());
        }
        for (int place : places) {
            bound += row[place - 1] == null ? 1 : 0;
            row[place - 1] = value;
        }
        return this;
    }

    /** The row is whole. */
    void add() {
        if (bound != statement.count()) {
            throw new IllegalStateException("a parameter was not bound in: " + statement.sql());
        }
        rows.add(row);
        row = new Object[statement.count()];
        bound = 0;
    }

    int size() {
        return rows.size();
    }

    /**
     * Sends this row alone.
     *
     * @return how many rows of the table it met
     * @throws WriteFailed when the database refuses it
     */
    int run() {
        add();
        return send()[0];
    }

    /**
     * Sends all rows.
     *
     * @return how many rows of the table each met, where the driver knows
     * @throws WriteFailed when the database refuses any of them
     */
    int[] send() {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (@Nullable Object[] values : rows) {
                for (int place = 1; place <= values.length; place++) {
                    set(prepared, place, values[place - 1]);
                }
                prepared.addBatch();
            }
            return prepared.executeBatch();
        } catch (SQLException refused) {
            throw new WriteFailed(refused);
        }
    }

    private static void set(PreparedStatement prepared, int place, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            prepared.setString(place, text);
        } else if (value instanceof Integer number) {
            prepared.setInt(place, number);
        } else if (value instanceof Long number) {
            prepared.setLong(place, number);
        } else if (value instanceof Nothing nothing) {
            prepared.setNull(place, nothing.type());
        } else if (value instanceof byte[] bytes) {
            prepared.setBytes(place, bytes);
        } else {
            prepared.setObject(place, value);
        }
    }

    /** The database refused a batch; the cause says why. */
    static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WriteFailed(SQLException refused) {
            super("a write was refused", refused);
        }
    }
}
