package dev.serai.capture.sql;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.Captured;
import dev.serai.interaction.PointName;
import dev.serai.point.Around;
import dev.serai.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One look into a point's database: new rows first, then what is asked about them, a batch after the other. */
final class SqlRound {
    /** Batches of one look, at most, so that neither kind of rows keeps the other waiting for ever. */
    private static final int BATCHES = 50;
    /** Pages of rows that stay, at most, before those behind them are not reached. */
    private static final int PASSED = 10;

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
     * @param around part of each transaction of the hub
     * @param goesOn asked before each batch
     * @throws SqlTrouble when the database or a statement cannot be used
     */
    Looked look(SqlPlan plan, Around around, BooleanSupplier goesOn) throws SqlTrouble {
        try (Connection connection = line.open(plan)) {
            Looked looked;
            try {
                looked = batches(plan, Section.CAPTURE, around, connection, goesOn);
            } catch (StoreException.Trouble met) {
                changes(
                        plan,
                        around,
                        connection,
                        goesOn); // a new row that the hub fails on does not keep changes waiting
                throw met;
            }
            return looked.and(changes(plan, around, connection, goesOn));
        } catch (SQLException failure) {
            throw SqlTrouble.of("database '" + plan.database().name() + "'", failure);
        }
    }

    private Looked changes(SqlPlan plan, Around around, Connection connection, BooleanSupplier goesOn)
            throws SqlTrouble {
        return plan.statements().mentions(Section.CHANGES.word())
                ? batches(plan, Section.CHANGES, around, connection, goesOn)
                : new Looked(false, "");
    }

    /** Rows that stay where they are after their batch are passed by in the rest of the look. */
    private Looked batches(SqlPlan plan, Section section, Around around, Connection connection, BooleanSupplier goesOn)
            throws SqlTrouble {
        SqlBatch batch = new SqlBatch(plan, section, points, asking, around, steps);
        int most = PASSED * plan.point().reading().maxPerPoll();
        Set<String> passed = new HashSet<>();
        Looked looked = new Looked(true, "");
        for (int number = 1; number <= BATCHES && passed.size() < most && goesOn.getAsBoolean(); number++) {
            Set<String> before = marked.getOrDefault(section, Set.of());
            SqlBatch.Outcome outcome = batch.run(passed, connection);
            marked.put(section, outcome.marked());
            String untold = outcome.untold().isEmpty() ? again(plan, section, before, outcome) : outcome.untold();
            looked = new Looked(outcome.full(), looked.untold().isEmpty() ? untold : looked.untold());
            if (!outcome.full()) {
                return looked;
            }
            outcome.read().stream()
                    .filter(key -> before.contains(key) || !outcome.marked().contains(key))
                    .forEach(passed::add);
        }
        return looked;
    }

    private static String again(SqlPlan plan, Section section, Set<String> before, SqlBatch.Outcome outcome) {
        return outcome.read().stream().anyMatch(before::contains)
                ? "rows that '" + section.done().word() + "' and '"
                        + section.refused().word() + "' of " + plan.point().statements()
                        + " marked are read again; expected them to take rows out of '" + section.word() + "'"
                : "";
    }
}
