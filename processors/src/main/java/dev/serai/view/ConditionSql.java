package dev.serai.view;

import dev.serai.view.Condition.All;
import dev.serai.view.Condition.And;
import dev.serai.view.Condition.Between;
import dev.serai.view.Condition.Compare;
import dev.serai.view.Condition.In;
import dev.serai.view.Condition.IsNull;
import dev.serai.view.Condition.Like;
import dev.serai.view.Condition.Not;
import dev.serai.view.Condition.Operand;
import dev.serai.view.Condition.Or;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a condition as SQL. Values are parameters, never part of the text; columns come out of the field book. */
final class ConditionSql {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<ViewField.Source> sources = EnumSet.noneOf(ViewField.Source.class);
    private final String text;

    ConditionSql(Condition condition) {
        this.text = write(condition);
    }

    /** In brackets; empty for the condition that is true of all. */
    String text() {
        return text;
    }

    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Who writes the columns that it reads. */
    Set<ViewField.Source> sources() {
        return Collections.unmodifiableSet(sources);
    }

    private String write(Condition condition) {
        if (condition instanceof And and) {
            return joined(and.parts(), " and ");
        } else if (condition instanceof Or or) {
            return joined(or.parts(), " or ");
        } else if (condition instanceof Not not) {
            return "(not " + write(not.inner()) + ")";
        } else if (condition instanceof Compare compare) {
            return "(" + write(compare.left()) + " " + compare.operator() + " " + write(compare.right()) + ")";
        } else if (condition instanceof In in) {
            return "(" + column(in.field()) + negated(in.negated()) + " in ("
                    + in.values().stream().map(this::write).collect(Collectors.joining(", ")) + "))";
        } else if (condition instanceof Like like) {
            return "(" + column(like.field()) + negated(like.negated()) + " like "
                    + bound(like.pattern().text()) + " escape '" + LikePattern.ESCAPE + "')";
        } else if (condition instanceof Between between) {
            return "(" + write(between.tested()) + negated(between.negated()) + " between " + write(between.low())
                    + " and " + write(between.high()) + ")";
        } else if (condition instanceof IsNull isNull) {
            return "(" + column(isNull.field()) + " is" + negated(isNull.negated()) + " null)";
        }
        return condition instanceof All ? "" : "(1 = 0)";
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream().map(this::write).collect(Collectors.joining(word, "(", ")"));
    }

    private String write(Operand operand) {
        return operand instanceof Operand.Field field
                ? column(field.field())
                : bound(((Operand.Value) operand).value());
    }

    private String column(ViewField field) {
        sources.add(field.source());
        return field.column();
    }

    private String bound(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String negated(boolean negated) {
        return negated ? " not" : "";
    }
}
