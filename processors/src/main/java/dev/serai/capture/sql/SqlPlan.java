package dev.serai.capture.sql;

import dev.serai.files.Generation;
import dev.serai.files.SqlPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.lookup.DatabaseDefinition;
import dev.serai.lookup.LookupBook;
import dev.serai.lookup.NamedQuery;
import java.util.Map;
import java.util.Optional;

/** Everything that the files say of one database point. */
record SqlPlan(SqlPointDefinition point, PointStatements statements, DatabaseDefinition database) {

    /**
     * What a generation says of a point; empty when it has none of that name.
     *
     * @throws SqlTrouble when something is missing, which {@code check} tells too
     */
    static Optional<SqlPlan> of(Generation files, PointName name) throws SqlTrouble {
        SqlPointDefinition point = files.points(SqlPointDefinition.class).get(name);
        if (point == null) {
            return Optional.empty();
        }
        DatabaseDefinition database = LookupBook.load(files.databases(), Map.of())
                .database(point.database())
                .orElseThrow(() -> new SqlTrouble("there is no database '" + point.database()
                        + "' in config/databases/, or none of several is named"));
        String text = files.pointStatements().get(point.statements());
        if (text == null) {
            throw new SqlTrouble("there is no " + point.statements());
        }
        return Optional.of(new SqlPlan(point, PointStatements.read(point.statements(), text), database));
    }

    /** @throws SqlTrouble when the file has no such statement */
    NamedQuery statement(Section section) throws SqlTrouble {
        return statements
                .find(section)
                .orElseThrow(
                        () -> new SqlTrouble(point.statements() + " has no usable section '" + section.word() + "'"));
    }

    /** Whole seconds, as JDBC wants it. */
    int seconds() {
        return (int) Math.max(1, point.reading().timeout().plusMillis(999).toSeconds());
    }
}
