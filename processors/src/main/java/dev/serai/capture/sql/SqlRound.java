package dev.serai.capture.sql;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.interaction.PointName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One look into a point's database: new rows first, then what is asked about them, a batch after the other. */
final class SqlRound {
    /** Batches of one look, at most, so that neither kind of rows keeps the other waiting for ever. */
    private static final int BATCHES = 50;

    private final CapturePoints points;
    private final SqlLine line;
    private final Consumer<Captured> steps;
    private final Asking asking;
    /** The rows that were marked last: those that come again were marked in vain. */
    private final Map<Section, Set<String>> marked = new EnumMap<>(Section.class);

    SqlRound(PointName name, CapturePoints points, SqlLine line, Consumer<Captured> steps) {
        this.points = points;
        this.line = line;
        this.steps = steps;
        this.asking = new Asking(name, points);
    }

    /**
     * What became of a look.
     *
     * @param more whether there may be more rows
     * @param untold what the database could not be told, in a sentence; empty when all went well
     */
    record Looked(boolean more, String untold) {
        Looked and(Looked other) {
            return new Looked(more || other.more, untold.isEmpty() ? other.untold : untold);
        }
    }

    /**
     * @param goesOn asked before each batch
     * @throws SqlTrouble when the database or a statement cannot be used
     */
    Looked look(SqlPlan plan, BooleanSupplier goesOn) throws SqlTrouble {
        try (Connection connection = line.open(plan)) {
            Looked looked = batches(plan, Section.CAPTURE, connection, goesOn);
            return plan.statements().mentions(Section.CHANGES.word())
                    ? looked.and(batches(plan, Section.CHANGES, connection, goesOn))
                    : looked;
        } catch (SQLException failure) {
            throw SqlTrouble.of("database '" + plan.database().name() + "'", failure);
        }
    }

    private Looked batches(SqlPlan plan, Section section, Connection connection, BooleanSupplier goesOn)
            throws SqlTrouble {
        SqlBatch batch = new SqlBatch(plan, section, points, asking, steps);
        for (int number = 1; goesOn.getAsBoolean(); number++) {
            Set<String> before = marked.getOrDefault(section, Set.of());
            SqlBatch.Outcome outcome = batch.run(connection);
            marked.put(section, outcome.marked());
            String untold = outcome.untold().isEmpty() ? again(plan, section, before, outcome) : outcome.untold();
            if (!outcome.full() || !untold.isEmpty() || number == BATCHES) {
                return new Looked(outcome.full(), untold);
            }
        }
        return new Looked(true, "");
    }

    private static String again(SqlPlan plan, Section section, Set<String> before, SqlBatch.Outcome outcome) {
        return outcome.read().stream().anyMatch(before::contains)
                ? "rows that '" + section.done().word() + "' and '"
                        + section.refused().word() + "' of " + plan.point().statements()
                        + " marked are read again; expected them to take rows out of '" + section.word() + "'"
                : "";
    }
}
