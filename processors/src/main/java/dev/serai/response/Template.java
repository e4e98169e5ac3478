package dev.serai.response;

import dev.serai.files.Place;
import dev.serai.files.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
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
     * @param start where the text begins in its file
     */
    static Template parse(String text, Place start, Problems problems) {
        List<Segment> segments = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            segments.add(new Segment.Plain(text.substring(at, open)));
            Place place = place(start, text, open);
            FormulaParser parser = new FormulaParser(text, open + OPEN.length());
            try {
                Formula formula = parser.parse();
                Segment.Code code = new Segment.Code(formula, text.substring(open, parser.at()), place);
                segments.add(checked(code));
            } catch (FormulaException e) {
                problems.error(place, "field code " + sample(text, open) + ": " + e.getMessage());
            }
            at = Math.max(parser.at(), open + OPEN.length());
        }
        segments.add(new Segment.Plain(text.substring(at)));
        return new Template(segments);
    }

    /** Computes what needs no interaction, so that its errors are found when the file is read. */
    private static Segment checked(Segment.Code code) throws FormulaException {
        if (code.formula().fields().findAny().isEmpty()) {
            ResponseContext none = ResponseContext.at(Instant.EPOCH, ZoneOffset.UTC);
            code.formula().evaluate(new Scope(none, Map.of(), Locale.ENGLISH, LocalDate.EPOCH));
        }
        return code;
    }

    /** The fields that it reads. */
    Stream<Use> uses() {
        return codes().flatMap(code -> code.formula().fields().map(field -> new Use(field, code.place())));
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

    private static String shown(Segment.Code code, Scope scope) {
        try {
            return code.formula().evaluate(scope).shown(scope.locale());
        } catch (FormulaException e) {
            scope.warn(code.source() + " (" + code.place() + ") is left empty: " + e.getMessage());
            return "";
        }
    }

    private static Place place(Place start, String text, int offset) {
        long lines = text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return Place.of(start.file(), start.line() + (int) lines);
    }

    private static String sample(String text, int open) {
        int close = text.indexOf("$>", open);
        int lineEnd = text.indexOf('\n', open);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        return text.substring(open, close < 0 || close + 2 > end ? Math.min(end, open + 40) : close + 2);
    }
}
