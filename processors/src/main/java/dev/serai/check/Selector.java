package dev.serai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a JMS selector (Jakarta Messaging 3.1, section 3.8.1; the subset = &lt;&gt; &lt; &gt; &lt;= &gt;= IN LIKE
 * BETWEEN IS NULL AND OR NOT) to see that it is one, and which fields it names.
 */
final class Selector {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^']|'')*')|(-?\\d+(?:\\.\\d+)?)|([A-Za-z_$][\\w$.]*)|(<>|<=|>=|[=<>(),])|(\\S))");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");
    private static final Set<String> WORDS =
            Set.of("AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS", "NULL", "ESCAPE");

    private record Token(String text, int column) {
        boolean is(String word) {
            return text.toUpperCase(Locale.ROOT).equals(word);
        }

        boolean isName() {
            return Character.isJavaIdentifierStart(text.charAt(0)) && !WORDS.contains(text.toUpperCase(Locale.ROOT));
        }

        boolean isValue() {
            return isName() || text.startsWith("'") || Character.isDigit(text.charAt(0)) || text.startsWith("-");
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> fields = new TreeSet<>();
    private int next;

    private Selector() {}

    /**
     * Parses a selector; an empty one selects all.
     *
     * @throws IllegalArgumentException saying what was expected at which column
     */
    static Selector parse(String text) {
        Selector selector = new Selector();
        if (text.isBlank()) {
            return selector;
        }
        selector.tokens(text);
        selector.either();
        if (!selector.peek().text().isEmpty()) {
            throw selector.expected("AND, OR or the end");
        }
        return selector;
    }

    /** The fields that it names. */
    Set<String> fields() {
        return fields;
    }

    private void tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find() && !matcher.group().isBlank()) {
            if (matcher.group(5) != null) {
                String reason = matcher.group(5).equals("'") ? "the quote is not closed" : "'" + matcher.group(5) + "'";
                throw new IllegalArgumentException("column " + (matcher.start(5) + 1) + ": " + reason);
            }
            String token = matcher.group().strip();
            tokens.add(new Token(token, matcher.end() - token.length() + 1));
        }
        tokens.add(new Token("", text.length() + 1));
    }

    private void either() {
        do {
            both();
        } while (accept("OR"));
    }

    private void both() {
        do {
            accept("NOT");
            condition();
        } while (accept("AND"));
    }

    private void condition() {
        if (accept("(")) {
            either();
            require(")");
            return;
        }
        value("a field, a value or '('");
        if (accept("IS")) {
            accept("NOT");
            require("NULL");
            return;
        }
        if (COMPARISONS.contains(peek().text())) {
            next++;
            value("a value");
            return;
        }
        accept("NOT");
        if (accept("IN")) {
            list();
        } else if (accept("LIKE")) {
            value("a pattern in single quotes");
        } else if (accept("BETWEEN")) {
            value("a value");
            require("AND");
            value("a value");
        } else {
            throw expected("=, <>, <, >, <=, >=, IN, LIKE, BETWEEN or IS NULL");
        }
    }

    private void list() {
        require("(");
        do {
            value("a value");
        } while (accept(","));
        require(")");
    }

    private void value(String what) {
        Token token = peek();
        if (token.text().isEmpty() || !token.isValue()) {
            throw expected(what);
        }
        if (token.isName() && !token.is("TRUE") && !token.is("FALSE")) {
            fields.add(token.text());
        }
        next++;
    }

    private boolean accept(String word) {
        boolean found = peek().is(word);
        next += found ? 1 : 0;
        return found;
    }

    private void require(String word) {
        if (!accept(word)) {
            throw expected(word);
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private IllegalArgumentException expected(String what) {
        Token token = peek();
        String found = token.text().isEmpty() ? "the end" : "'" + token.text() + "'";
        return new IllegalArgumentException("column " + token.column() + ": expected " + what + ", found " + found);
    }
}
