package dev.serai.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.interaction.Json;
import dev.serai.screening.ExpressionException;
import dev.serai.screening.RuleResult;
import dev.serai.screening.ScreeningResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code screen} prints. */
final class ScreenReport {
    private final PrintWriter out;
    private final boolean json;

    ScreenReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void print(ScreeningResult result) {
        if (json) {
            out.println(object(result, null));
        } else {
            result.rules().forEach(this::line);
            out.printf(
                    "%d of %d %s matched%n",
                    result.matchedRules().size(),
                    result.rules().size(),
                    result.rules().size() == 1 ? "rule" : "rules");
        }
        out.flush();
    }

    void printError(String error) {
        out.println(json ? object(new ScreeningResult(List.of(), List.of()), error) : error);
        out.flush();
    }

    /** An error of an expression, with a mark below the column. */
    void printError(ExpressionException error, String expression) {
        printError(String.valueOf(error.getMessage()));
        if (!json && expression.lines().count() == 1) {
            out.println("  " + printable(expression));
            out.println(" ".repeat(error.column() + 1) + "^");
            out.flush();
        }
    }

    private void line(RuleResult rule) {
        out.printf("%-10s %s%n", rule.matched() ? "matched" : "no match", rule.rule());
        rule.values().forEach((key, value) -> out.printf("%-10s   %s = %s%n", "", printable(key), printable(value)));
    }

    private static ObjectNode object(ScreeningResult result, @Nullable String error) {
        ObjectNode object = Json.MAPPER.createObjectNode().put("matched", result.matched());
        putAll(object.putObject("values"), result.values());
        object.put("error", error);
        for (RuleResult rule : result.rules()) {
            ObjectNode one = object.withArray("rules")
                    .addObject()
                    .put("name", rule.rule())
                    .put("matched", rule.matched());
            putAll(one.putObject("values"), rule.values());
        }
        object.withArray("rules");
        return object;
    }

    private static void putAll(ObjectNode object, Map<String, String> values) {
        values.forEach(object::put);
    }

    /** The text on one line, without what a terminal would take for a command. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
