package dev.serai.view;

import dev.serai.view.Condition.And;
import dev.serai.view.Condition.Between;
import dev.serai.view.Condition.Compare;
import dev.serai.view.Condition.In;
import dev.serai.view.Condition.IsNull;
import dev.serai.view.Condition.Like;
import dev.serai.view.Condition.Not;
import dev.serai.view.Condition.Operand;
import dev.serai.view.Condition.Or;
import dev.serai.view.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parses a JMS selector (Jakarta Messaging 3.1, section 3.8.1; the subset = &lt;&gt; &lt; &gt; &lt;= &gt;= IN LIKE
 * BETWEEN IS NULL AND OR NOT) and sees to it that only what is alike is compared.
 */
final class Selector {
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final int DEEPEST = 50;

    private final Tokens tokens;
    private final Operands operands;
    private int depth;

    private Selector(Tokens tokens, FieldBook fields) {
        this.tokens = tokens;
        this.operands = new Operands(tokens, fields);
    }

    /**
     * Parses a selector; an empty one selects all.
     *
     * @throws IllegalArgumentException saying what was expected at which column
     */
    static Condition parse(String text, FieldBook fields) {
        if (text.isBlank()) {
            return new Condition.All();
        }
        Selector selector = new Selector(new Tokens(text), fields);
        Condition condition = selector.either();
        if (!selector.tokens.isAtEnd()) {
            throw selector.tokens.expected("AND, OR or the end");
        }
        return condition;
    }

    private Condition either() {
        if (++depth > DEEPEST) {
            throw Tokens.at(tokens.peek().column(), "more than " + DEEPEST + " brackets and NOT within each other");
        }
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(both());
        } while (tokens.accept("OR"));
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Or(parts);
    }

    private Condition both() {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(not());
        } while (tokens.accept("AND"));
        return parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    private Condition not() {
        int count = 0;
        while (tokens.accept("NOT")) {
            count++;
        }
        Condition condition = condition();
        return count % 2 == 1 ? new Not(condition) : condition;
    }

    private Condition condition() {
        if (tokens.accept("(")) {
            Condition inner = either();
            tokens.require(")");
            return inner;
        }
        Token first = tokens.peek();
        if (COMPARISONS.contains(tokens.ahead(1))) {
            return comparison();
        }
        if (!first.isName()) {
            throw tokens.expected(first.isText() || first.isNumber() ? "a comparison" : "a field, a value or '('");
        }
        return test(operands.field(), first);
    }

    private Condition comparison() {
        Token left = tokens.take();
        Token operator = tokens.take();
        Token right = tokens.take();
        Operands.Pair pair = operands.alike(left, right);
        operands.order(operator, pair.left().type());
        return new Compare(pair.left(), operator.text(), pair.right());
    }

    private Condition test(ViewField field, Token at) {
        if (tokens.accept("IS")) {
            boolean negated = tokens.accept("NOT");
            tokens.require("NULL");
            return new IsNull(field, negated);
        }
        boolean negated = tokens.accept("NOT");
        if (tokens.accept("IN")) {
            return new In(field, list(field), negated);
        }
        if (tokens.accept("LIKE")) {
            return like(field, at, negated);
        }
        if (tokens.accept("BETWEEN")) {
            return between(field, at, negated);
        }
        throw tokens.expected("=, <>, <, >, <=, >=, IN, LIKE, BETWEEN or IS NULL");
    }

    private Condition like(ViewField field, Token at, boolean negated) {
        if (field.type() != ViewField.Type.TEXT) {
            throw Tokens.at(
                    at.column(), "'" + field.name() + "' is " + field.type().words() + "; LIKE is for texts");
        }
        Token pattern = tokens.peek();
        String written = text("a pattern in single quotes");
        String escape = tokens.accept("ESCAPE") ? text("a character in single quotes") : "";
        try {
            return new Like(field, LikePattern.of(written, escape), negated);
        } catch (IllegalArgumentException wrong) {
            throw Tokens.at(pattern.column(), String.valueOf(wrong.getMessage()));
        }
    }

    private Condition between(ViewField field, Token at, boolean negated) {
        operands.order(new Token("BETWEEN", at.column()), field.type());
        Operand low = operands.like(field, tokens.take());
        tokens.require("AND");
        Operand high = operands.like(field, tokens.take());
        return new Between(new Operand.Field(field), low, high, negated);
    }

    private List<Operand.Value> list(ViewField field) {
        tokens.require("(");
        List<Operand.Value> values = new ArrayList<>();
        do {
            values.add(operands.value(field, tokens.take()));
        } while (tokens.accept(","));
        tokens.require(")");
        return values;
    }

    private String text(String what) {
        if (!tokens.peek().isText()) {
            throw tokens.expected(what);
        }
        return tokens.take().unquoted();
    }
}
