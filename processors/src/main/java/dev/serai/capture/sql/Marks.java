package dev.serai.capture.sql;

import dev.serai.lookup.NamedQuery;
import dev.serai.lookup.SqlReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements as JDBC batches within an open transaction. A batch that is refused is undone to where it began and
 * halved, down to the one that is to blame. To be used once.
 *
 * @param <T> what each run is about
 */
final class Marks<T> {
    private final Connection connection;
    private final int seconds;
    private final List<T> done = new ArrayList<>();
    private final List<Unmarked<T>> undone = new ArrayList<>();

    Marks(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    /** One run of a statement. */
    record Mark<T>(T of, Map<String, Bound> values) {}

    /**
     * A run that did nothing.
     *
     * @param failure null when it was not refused, and changed no row
     */
    record Unmarked<T>(T of, String statement, @Nullable SQLException failure) {
        String reason() {
            return failure == null
                    ? "'" + statement + "' changed no row"
                    : "'" + statement + "' was refused with "
                            + SqlReason.of(failure).words();
        }
    }

    /**
     * Runs a statement once for each.
     *
     * @throws SQLException when another time all may go well; the transaction is of no use then
     * @throws SqlTrouble when the statement is wrong, whatever it is about; as before
     */
    void run(NamedQuery statement, List<Mark<T>> marks) throws SQLException, SqlTrouble {
        if (marks.isEmpty()) {
            return;
        }
        Optional<Savepoint> before = savepoint();
        try {
            count(statement, marks, execute(statement, marks));
            if (before.isPresent()) {
                connection.releaseSavepoint(before.get());
            }
        } catch (SQLException failure) {
            SqlReason reason = SqlReason.of(failure);
            if (reason.isOfTheStatement()) {
                throw SqlTrouble.of("statement '" + statement.name() + "' of " + statement.path(), failure);
            }
            if (reason.isPassing() || before.isEmpty()) {
                throw failure;
            }
            connection.rollback(before.get());
            halve(statement, marks, failure);
        }
    }

    /** What was told. */
    List<T> done() {
        return done;
    }

    /** What could not be told. */
    List<Unmarked<T>> undone() {
        return undone;
    }

    private void halve(NamedQuery statement, List<Mark<T>> marks, SQLException failure)
            throws SQLException, SqlTrouble {
        if (marks.size() == 1) {
            undone.add(new Unmarked<>(marks.get(0).of(), statement.name(), failure));
            return;
        }
        int middle = marks.size() / 2;
        run(statement, marks.subList(0, middle));
        run(statement, marks.subList(middle, marks.size()));
    }

    private int[] execute(NamedQuery named, List<Mark<T>> marks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(named.sql())) {
            statement.setQueryTimeout(seconds);
            for (Mark<T> mark : marks) {
                Bound.all(statement, named.parameters(), mark.values());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** A driver that does not count is believed. */
    private void count(NamedQuery statement, List<Mark<T>> marks, int[] counts) {
        for (int at = 0; at < marks.size(); at++) {
            boolean none = at < counts.length && counts[at] != Statement.SUCCESS_NO_INFO && counts[at] <= 0;
            if (none) {
                undone.add(new Unmarked<>(marks.get(at).of(), statement.name(), null));
            } else {
                done.add(marks.get(at).of());
            }
        }
    }

    private Optional<Savepoint> savepoint() throws SQLException {
        return connection.getMetaData().supportsSavepoints()
                ? Optional.of(connection.setSavepoint())
                : Optional.empty();
    }
}
