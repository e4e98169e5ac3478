package dev.serai.response;

import dev.serai.files.Place;
import dev.serai.files.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text with field codes, read. */
record Template(List<Segment> segments) {
    private static final String OPEN = "<$";

    /** A stretch of the text: plain, or a formula with where it stands and how it is written. */
    private sealed interface Segment {
        record Plain(String text) implements Segment {}

        record Code(Formula formula, String source, Place place) implements Segment {}
    }

    /** A field of the template with where it stands. */
    record Use(FieldReference reference, Place place) {}

    Template {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a template; a code that cannot be read is noted and left out.
     *
     * @param places where its characters stand
     */
    static Template parse(String text, IntFunction<Place> places, Problems problems) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            segments.add(new Segment.Plain(text.substring(at, open)));
            Place place = places.apply(open);
            FormulaParser parser = new FormulaParser(text, open + OPEN.length());
            try {
                Formula formula = parser.parse();
                Segment.Code code = new Segment.Code(formula, text.substring(open, parser.at()), place);
                segments.add(checked(code));
            } catch (FormulaException e) {
                Place exact = places.apply(Math.min(e.at(open), text.length()));
                Place wrong = exact.line() == place.line() ? exact : place;
                problems.error(wrong, column(wrong) + "field code " + sample(text, open) + ": " + e.getMessage());
            }
            at = Math.max(parser.at(), open + OPEN.length());
        }
        segments.add(new Segment.Plain(text.substring(at)));
        return new Template(segments);
    }

    /** Computes what needs no interaction, so that its errors are found when the file is read. */
    private static Segment checked(Segment.Code code) throws FormulaException {
        if (code.formula().fields().findAny().isEmpty()) {
            Value unused = code.formula().evaluate(Scope.SAMPLE);
        }
        return code;
    }

    /** The fields that it reads without asking whether they are empty. */
    Stream<Use> uses() {
        return codes().flatMap(code -> {
            Set<FieldReference> guarded = code.formula().guarded().collect(Collectors.toSet());
            return code.formula()
                    .fields()
                    .filter(field -> !guarded.contains(field))
                    .map(field -> new Use(field, code.place()));
        });
    }

    /** All fields that it reads. */
    Stream<FieldReference> fields() {
        return codes().flatMap(code -> code.formula().fields());
    }

    private Stream<Segment.Code> codes() {
        return segments.stream().filter(Segment.Code.class::isInstance).map(Segment.Code.class::cast);
    }

    /**
     * The text with the values in it; a value that cannot be computed is empty, with a warning.
     *
     * @param escape makes a value fit to stand in this text
     */
    String render(Scope scope, UnaryOperator<String> escape) {
        StringBuilder text = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Plain plain) {
                text.append(plain.text());
            } else if (segment instanceof Segment.Code code) {
                text.append(escape.apply(shown(code, scope)));
            }
        }
        return text.toString();
    }

    /**
     * As {@link #render}; a line whose codes are all empty is left out, and the original's markup stands as it is.
     *
     * @param escape makes a value fit to stand in this text
     */
    String renderLines(Scope scope, UnaryOperator<String> escape) {
        FilledLines lines = new FilledLines();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Plain plain) {
                lines.plain(plain.text());
            } else if (segment instanceof Segment.Code code) {
                lines.value(isMarkup(code) ? scope.markup() : escape.apply(shown(code, scope)));
            }
        }
        return lines.text();
    }

    /** Notes each field that may not stand here. */
    void refuse(Predicate<Field> unwanted, String why, Problems problems) {
        codes().forEach(code -> code.formula()
                .fields()
                .filter(reference -> unwanted.test(reference.field()))
                .forEach(reference -> problems.error(
                        code.place(), column(code.place()) + "field code " + code.source() + ": " + why)));
    }

    /** Notes markup that does not stand alone in its code. */
    void refuseMarkupInFormulas(Problems problems) {
        codes().filter(code -> !isMarkup(code))
                .filter(code -> code.formula().fields().anyMatch(one -> one.field() == Field.ORIGINAL_HTML))
                .forEach(code -> problems.error(
                        code.place(),
                        column(code.place()) + "field code " + code.source()
                                + ": Original.Html stands alone, as <$Original.Html$>"));
    }

    private static boolean isMarkup(Segment.Code code) {
        return code.formula() instanceof Formula.Read read && read.reference().field() == Field.ORIGINAL_HTML;
    }

    private static String shown(Segment.Code code, Scope scope) {
        try {
            return code.formula().evaluate(scope).shown(scope.locale());
        } catch (FormulaException e) {
            scope.warn(code.source() + " (" + code.place() + ") is left empty: " + e.getMessage());
            return "";
        }
    }

    /** Where the characters of a text stand that is written in a file as it is, from a line on. */
    static IntFunction<Place> lines(String file, int first, String text) {
        return offset -> {
            String before = text.substring(0, offset);
            long lines = before.chars().filter(c -> c == '\n').count();
            return new Place(file, first + (int) lines, offset - before.lastIndexOf('\n'));
        };
    }

    /** A column in front of a message; nothing where none is known. */
    static String column(Place place) {
        return place.column() == 0 ? "" : "column " + place.column() + ": ";
    }

    private static String sample(String text, int open) {
        int close = text.indexOf("$>", open);
        int lineEnd = text.indexOf('\n', open);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        return text.substring(open, close < 0 || close + 2 > end ? Math.min(end, open + 40) : close + 2);
    }
}
