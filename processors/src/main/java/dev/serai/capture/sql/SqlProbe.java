package dev.serai.capture.sql;

import dev.serai.files.Generation;
import dev.serai.files.SqlPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.lookup.NamedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tries whether a database point can read and mark: it selects, has all other statements prepared, and undoes everything. */
public final class SqlProbe {
    private SqlProbe() {}

    /**
     * What was found.
     *
     * @param server the database's name and URL
     * @param words of what would be taken, or of what is wrong
     */
    public record Found(String server, boolean well, String words) {}

    /** Never throws; what is wrong is said in the words. */
    public static Found look(Generation files, SqlPointDefinition point) {
        PointName name = point.name();
        SqlPlan plan;
        try {
            plan = SqlPlan.of(files, name).orElseThrow(() -> new SqlTrouble("there is no such point"));
        } catch (SqlTrouble missing) {
            return new Found(point.source(), false, missing.sentence());
        }
        String server = plan.database().name() + " (" + plan.database().url().replaceFirst("[?;].*", "") + ")";
        try (SqlLine line = new SqlLine(name);
                Connection connection = line.open(plan)) {
            try {
                return new Found(server, true, tried(plan, connection));
            } finally {
                connection.rollback();
            }
        } catch (SqlTrouble trouble) {
            return new Found(server, false, trouble.sentence());
        } catch (SQLException failure) {
            return new Found(
                    server, false, SqlTrouble.of("the database", failure).sentence());
        }
    }

    private static String tried(SqlPlan plan, Connection connection) throws SqlTrouble, SQLException {
        String words = rows(plan, Section.CAPTURE, connection) + " would be taken";
        if (plan.statements().mentions(Section.CHANGES.word())) {
            words += ", " + rows(plan, Section.CHANGES, connection) + " would ask for changes";
        }
        List<NamedQuery> others = new ArrayList<>(plan.statements().news().values());
        plan.statements().sections().forEach((section, statement) -> {
            if (!section.reads()) {
                others.add(statement);
            }
        });
        for (NamedQuery statement : others) {
            prepare(statement, connection);
        }
        return words;
    }

    private static String rows(SqlPlan plan, Section section, Connection connection) throws SqlTrouble {
        Page page = Page.read(plan, section, List.of(section.done(), section.refused()), Set.of(), connection);
        int rows = page.rows().size();
        return String.format(Locale.ROOT, "%,d", rows) + (page.full() ? " rows or more" : rows == 1 ? " row" : " rows");
    }

    /** Asking for the parameters makes drivers ask the database that would prepare later otherwise. */
    private static void prepare(NamedQuery statement, Connection connection) throws SqlTrouble {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            int unused = prepared.getParameterMetaData().getParameterCount();
        } catch (SQLFeatureNotSupportedException unable) {
            // it shows when it is run
        } catch (SQLException failure) {
            throw SqlTrouble.of("statement '" + statement.name() + "' of " + statement.path(), failure);
        }
    }
}
