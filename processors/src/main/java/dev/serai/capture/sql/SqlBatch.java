package dev.serai.capture.sql;

import dev.serai.capture.Aftermath;
import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.capture.sql.Asking.Answered;
import dev.serai.capture.sql.Marks.Mark;
import dev.serai.capture.sql.Marks.Unmarked;
import dev.serai.files.PointDefaults;
import dev.serai.point.Around;
import dev.serai.window.CrashWindow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One transaction of a point's database: rows are read, applied, marked, and their marks committed. */
final class SqlBatch {
    private final SqlPlan plan;
    private final Section section;
    private final CapturePoints points;
    private final Asking asking;
    private final Around around;
    private final Consumer<Captured> steps;

    SqlBatch(
            SqlPlan plan,
            Section section,
            CapturePoints points,
            Asking asking,
            Around around,
            Consumer<Captured> steps) {
        this.plan = plan;
        this.section = section;
        this.points = points;
        this.asking = asking;
        this.around = around;
        this.steps = steps;
    }

    /**
     * What became of it.
     *
     * @param read the keys of all rows
     * @param marked the keys of those that the database was told about
     * @param full whether there may be more
     * @param untold which rows the database could not be told about, and why, in a sentence; empty when there are none
     */
    record Outcome(Set<String> read, Set<String> marked, boolean full, String untold) {}

    /**
     * @param passed the keys of rows that are not looked at
     * @throws SqlTrouble when the database or a statement cannot be used; what was applied comes again, and is known
     * @throws dev.serai.store.StoreException.Unavailable when the hub's own database is away
     */
    Outcome run(Set<String> passed, Connection connection) throws SqlTrouble {
        boolean committed = false;
        try {
            Page page = Page.read(plan, section, List.of(section.done(), section.refused()), passed, connection);
            Outcome outcome = page.rows().isEmpty() ? nothing(connection) : apply(page, connection);
            committed = true;
            return outcome;
        } catch (SQLException failure) {
            throw SqlTrouble.of("rows of database '" + plan.database().name() + "' cannot be marked", failure);
        } finally {
            if (!committed) {
                undo(connection);
            }
        }
    }

    private static Outcome nothing(Connection connection) throws SQLException {
        connection.commit();
        return new Outcome(Set.of(), Set.of(), false, "");
    }

    private Outcome apply(Page page, Connection connection) throws SQLException, SqlTrouble {
        CrashWindow.SQL_READ.pass();
        PointDefaults point = plan.point().point();
        List<Answered> answered = asking.ask(point, plan.point().reading().attempts(), around, page.rows());
        try {
            CrashWindow.SQL_APPLIED.pass();
            Marks<Row> marks = new Marks<>(connection, plan.seconds());
            marks.run(plan.statement(section.done()), marks(answered, false));
            marks.run(plan.statement(section.refused()), marks(answered, true));
            CrashWindow.SQL_MARKED.pass();
            connection.commit();
            Set<String> marked = keys(marks.done());
            asking.told(
                    point,
                    answered.stream()
                            .filter(one -> marked.contains(one.row().key()))
                            .toList());
            return new Outcome(
                    keys(page.rows()),
                    marked,
                    page.full(),
                    untold(marks.undone(), page.rows().size()));
        } finally {
            answered.stream()
                    .filter(one -> !one.fate().replayed())
                    .forEach(one -> Aftermath.of(one.fate(), point.name(), points.health(point.name()), steps));
        }
    }

    private static List<Mark<Row>> marks(List<Answered> answered, boolean refused) {
        return answered.stream()
                .filter(one -> one.result().response().isError() == refused)
                .map(one -> new Mark<>(
                        one.row(), Parameters.answer(one.row(), one.result().response())))
                .toList();
    }

    private static Set<String> keys(List<Row> rows) {
        return rows.stream().map(Row::key).collect(Collectors.toUnmodifiableSet());
    }

    private static String untold(List<Unmarked<Row>> undone, int rows) {
        if (undone.isEmpty()) {
            return "";
        }
        Unmarked<Row> first = undone.get(0);
        return undone.size() + " of " + rows + " rows cannot be marked and are read at every look, row "
                + first.of().name() + " for one: " + first.reason();
    }

    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // it ends with its connection
        }
    }
}
