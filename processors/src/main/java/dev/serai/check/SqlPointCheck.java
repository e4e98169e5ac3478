package dev.serai.check;

import dev.serai.capture.sql.Parameters;
import dev.serai.capture.sql.PointStatements;
import dev.serai.capture.sql.Section;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Notify;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.SqlPointDefinition;
import dev.serai.lookup.ColumnName;
import dev.serai.lookup.LookupBook;
import dev.serai.lookup.NamedQuery;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the database points with their statements. */
final class SqlPointCheck implements Check {
    private static final Pattern WORD = Pattern.compile("\"[^\"]+\"|[\\p{L}_][\\p{L}\\p{N}_$]*|\\*");

    @Override
    public void check(Generation generation, Problems problems) {
        LookupBook book = LookupBook.load(generation.databases(), Map.of());
        Map<String, String> files = generation.pointStatements();
        Set<String> unread = new TreeSet<>(files.keySet());
        for (SqlPointDefinition point :
                generation.points(SqlPointDefinition.class).values()) {
            database(point, book, problems);
            String text = files.get(point.statements());
            if (text == null) {
                problems.error(
                        point.point().place(),
                        "there is no " + point.statements() + " with the statements of this point"
                                + Nearest.hint(point.statements(), unread));
            } else {
                unread.remove(point.statements());
                statements(point, PointStatements.read(point.statements(), text), problems);
            }
        }
        unread.forEach(path -> problems.warning(
                Place.of(path, 1), "there is no database point of this name, so nobody reads this file"));
    }

    private static void database(SqlPointDefinition point, LookupBook book, Problems problems) {
        Set<String> names = book.databases().keySet();
        if (book.database(point.database()).isPresent()) {
            return;
        }
        String reason = point.database().isEmpty()
                ? names.isEmpty()
                        ? "there is no database in config/databases/ to capture from"
                        : "there are several databases, and none is named; expected one of " + String.join(", ", names)
                : "there is no config/databases/" + point.database() + ".yaml" + Nearest.hint(point.database(), names);
        problems.error(point.point().places().of("database"), "'database': " + reason);
    }

    private static void statements(SqlPointDefinition point, PointStatements statements, Problems problems) {
        problems.addAll(statements.problems());
        needs(statements, point, Section.CAPTURE, "no row would ever be read", problems);
        marks(statements, point, Section.CAPTURE, problems);
        if (statements.mentions(Section.CHANGES.word())) {
            marks(statements, point, Section.CHANGES, problems);
        } else {
            unused(statements, Section.CHANGED, problems);
            unused(statements, Section.CHANGE_FAILED, problems);
        }
        notifications(statements, point, problems);
    }

    private static void marks(
            PointStatements statements, SqlPointDefinition point, Section reading, Problems problems) {
        String rows = "the rows of '" + reading.word() + "' would be read again for ever";
        needs(statements, point, reading.done(), rows, problems);
        needs(
                statements,
                point,
                reading.refused(),
                "those of " + rows.substring(4) + " when they are refused",
                problems);
        statements.find(reading).ifPresent(query -> {
            known(query, Parameters.READING, problems);
            Set<String> columns = words(query.sql());
            statements.find(reading.done()).ifPresent(mark -> known(mark, columns, Parameters.TOLD, problems));
            statements.find(reading.refused()).ifPresent(mark -> known(mark, columns, Parameters.REFUSED, problems));
        });
    }

    private static void needs(
            PointStatements statements, SqlPointDefinition point, Section section, String because, Problems problems) {
        if (!statements.mentions(section.word())) {
            problems.error(
                    Place.of(point.statements(), 1),
                    "section '" + section.word() + "' is missing: without it " + because);
        }
    }

    private static void unused(PointStatements statements, Section section, Problems problems) {
        Place place = statements.places().get(section.word());
        if (place != null) {
            problems.warning(place, "section '" + section.word() + "' is never run, since there is no 'changes'");
        }
    }

    private static void notifications(PointStatements statements, SqlPointDefinition point, Problems problems) {
        Set<Notify.Kind> wanted = point.point().notifications().kinds();
        for (Notify.Kind kind : wanted) {
            if (!statements.mentions(PointStatements.NOTIFY + kind.word())) {
                problems.error(
                        point.point().places().of("notify"),
                        "'notify': " + point.statements() + " has no section 'notify-" + kind.word() + "'");
            }
        }
        statements.news().forEach((kind, statement) -> {
            known(statement, Set.of(), Parameters.news(), problems);
            if (!wanted.contains(kind)) {
                problems.warning(
                        statements.places().getOrDefault(statement.name(), Place.of(point.statements(), 1)),
                        "section '" + statement.name() + "' is never run, since 'notify' of "
                                + point.point().routeId() + " does not name " + kind.word());
            }
        });
    }

    private static void known(NamedQuery statement, Set<String> names, Problems problems) {
        known(statement, Set.of(), names, problems);
    }

    /** What a select names cannot be told where it takes all columns. */
    private static void known(NamedQuery statement, Set<String> columns, Set<String> names, Problems problems) {
        if (columns.contains("*")) {
            return;
        }
        statement.places().forEach((name, place) -> {
            boolean userData =
                    name.startsWith(Parameters.USER_DATA) && statement.name().startsWith("notify-");
            if (!userData && !columns.contains(ColumnName.folded(name)) && !Parameters.isOneOf(name, names)) {
                problems.error(
                        place,
                        "parameter ':" + name + "' of '" + statement.name() + "' is "
                                + (columns.isEmpty() ? "not known; " : "no column that is selected; ") + "expected "
                                + (columns.isEmpty() ? "" : "one, or ")
                                + String.join(", ", new TreeSet<>(names)) + Nearest.hint(name, names));
            }
        });
    }

    /** All names in a statement: every column that it selects by name is among them. */
    private static Set<String> words(String sql) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(sql.replaceAll("'(?:[^']|'')*'", " "));
        while (word.find()) {
            words.add(ColumnName.folded(word.group().replace("\"", "")));
        }
        return words;
    }
}
