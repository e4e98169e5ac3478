package dev.serai.files;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in an engineer's words why a text is not YAML, on the line where the slip is. */
final class YamlSyntaxError {
    private YamlSyntaxError() {}

    static Problem explain(String path, String text, MarkedYamlEngineException error) {
        int at = line(error.getProblemMark()).orElse(1);
        int since = line(error.getContextMark()).orElse(at);
        Optional<Integer> open = openQuote(text, Math.min(since, at), at);
        if (open.isPresent()) {
            return Problem.error(
                    Place.of(path, open.get()), "not valid YAML: the quote opened on this line is not closed");
        }
        String column = error.getProblemMark()
                .map(mark -> " (column " + (mark.getColumn() + 1) + ")")
                .orElse("");
        return Problem.error(Place.of(path, at), "not valid YAML: " + words(text, at, error) + column);
    }

    private static String words(String text, int line, MarkedYamlEngineException error) {
        String problem = error.getProblem();
        if (lineOf(text, line).indexOf('\t') >= 0 && problem.contains("cannot start any token")) {
            return "a tab where YAML wants spaces";
        }
        String context = error.getContext();
        return context == null || context.isBlank() ? problem : context + ": " + problem;
    }

    /** A line whose value begins with a quote that the line does not close, the most frequent slip. */
    private static Optional<Integer> openQuote(String text, int from, int to) {
        String[] lines = text.split("\n", -1);
        for (int i = from; i <= to && i <= lines.length; i++) {
            if (opensWithoutClosing(lines[i - 1])) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean opensWithoutClosing(String line) {
        String value = line.replaceFirst("^\\s*(- )*\\s*([\\w.-]+:\\s+)?", "");
        if (value.startsWith("'")) {
            return value.substring(1).replace("''", "").indexOf('\'') < 0;
        }
        return value.startsWith("\"")
                && value.substring(1).replaceAll("\\\\.", "").indexOf('"') < 0;
    }

    private static String lineOf(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    private static Optional<Integer> line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1);
    }
}
