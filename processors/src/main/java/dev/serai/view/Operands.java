package dev.serai.view;

import dev.serai.view.Condition.Operand;
import dev.serai.view.Tokens.Token;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads fields and values of a selector, each value as what it is compared with. */
final class Operands {
    private final Tokens tokens;
    private final FieldBook fields;

    Operands(Tokens tokens, FieldBook fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /** The two sides of a comparison. */
    record Pair(Operand left, Operand right) {}

    /** The field that stands next. */
    ViewField field() {
        return field(tokens.take());
    }

    Pair alike(Token left, Token right) {
        if (left.isName()) {
            ViewField field = field(left);
            return new Pair(new Operand.Field(field), like(field, right));
        }
        if (right.isName()) {
            ViewField field = field(right);
            return new Pair(like(field, left), new Operand.Field(field));
        }
        throw Tokens.at(left.column(), "one side of a comparison must be a field");
    }

    /** A field of the same type, or a value of it. */
    Operand like(ViewField field, Token token) {
        if (!token.isName()) {
            return value(field, token);
        }
        ViewField other = field(token);
        if (other.type() != field.type()) {
            throw Tokens.at(
                    token.column(),
                    "'" + field.name() + "' is " + field.type().words() + " and '" + other.name() + "' is "
                            + other.type().words());
        }
        return new Operand.Field(other);
    }

    Operand.Value value(ViewField field, Token token) {
        if (token.isText()) {
            return text(field, token);
        }
        if (token.isNumber()) {
            require(field, ViewField.Type.NUMBER, token, "the number " + token.text());
            return new Operand.Value(number(token.text()), ViewField.Type.NUMBER);
        }
        if (token.is("TRUE") || token.is("FALSE")) {
            require(field, ViewField.Type.TEXT, token, token.text());
            return new Operand.Value(token.is("TRUE") ? "true" : "false", ViewField.Type.TEXT);
        }
        String found = token.text().isEmpty() ? "the end" : "'" + token.text() + "'";
        throw Tokens.at(token.column(), "expected a value, found " + found);
    }

    /** As the columns hold it where it fits, since only then an index can be asked for it. */
    private static Object number(String text) {
        BigDecimal number = new BigDecimal(text);
        try {
            return number.intValueExact();
        } catch (ArithmeticException otherwise) {
            return number;
        }
    }

    /** Texts have no order that all databases agree on. */
    void order(Token operator, ViewField.Type type) {
        if (type == ViewField.Type.TEXT && !operator.is("=") && !operator.is("<>")) {
            throw Tokens.at(
                    operator.column(),
                    operator.text() + " is for numbers and times; texts can be compared by =, <>, IN and LIKE");
        }
    }

    private Operand.Value text(ViewField field, Token token) {
        if (field.type() == ViewField.Type.TIME) {
            return new Operand.Value(time(token), ViewField.Type.TIME);
        }
        require(field, ViewField.Type.TEXT, token, "the text " + token.text());
        return new Operand.Value(token.unquoted(), ViewField.Type.TEXT);
    }

    private static OffsetDateTime time(Token token) {
        try {
            return OffsetDateTime.parse(token.unquoted());
        } catch (DateTimeException notATime) {
            throw Tokens.at(token.column(), token.text() + " is no time; expected such as '2026-11-23T10:00:00+01:00'");
        }
    }

    private static void require(ViewField field, ViewField.Type type, Token token, String what) {
        if (field.type() != type) {
            String instead = field.type() == ViewField.Type.TEXT ? "; write '" + token.text() + "'" : "";
            throw Tokens.at(
                    token.column(),
                    "'" + field.name() + "' is " + field.type().words() + " and is compared with " + what + instead);
        }
    }

    private ViewField field(Token token) {
        try {
            return fields.field(token.text());
        } catch (IllegalArgumentException unknown) {
            throw Tokens.at(token.column(), String.valueOf(unknown.getMessage()));
        }
    }
}
