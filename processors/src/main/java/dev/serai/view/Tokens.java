package dev.serai.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, signs and values of a selector, read one after the other. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('(?:[^']|'')*+')|(-?\\d+(?:\\.\\d+)?(?![\\w.]))|([A-Za-z_$][\\w$.]*)|(<>|<=|>=|[=<>(),])|(\\S))");
    private static final Set<String> WORDS =
            Set.of("AND", "OR", "NOT", "IN", "LIKE", "BETWEEN", "IS", "NULL", "ESCAPE", "TRUE", "FALSE");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** @param column where it begins, from 1 */
    record Token(String text, int column) {
        boolean is(String word) {
            return text.toUpperCase(Locale.ROOT).equals(word);
        }

        boolean isName() {
            return !text.isEmpty()
                    && Character.isJavaIdentifierStart(text.charAt(0))
                    && !WORDS.contains(text.toUpperCase(Locale.ROOT));
        }

        boolean isText() {
            return text.startsWith("'");
        }

        boolean isNumber() {
            return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.startsWith("-"));
        }

        /** A text in quotes as it is meant. */
        String unquoted() {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
    }

    /** @throws IllegalArgumentException when a sign is none that selectors know */
    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && !matcher.group().isBlank()) {
            String token = matcher.group().strip();
            int column = matcher.end() - token.length() + 1;
            if (matcher.group(5) != null) {
                throw at(column, token.equals("'") ? "the quote is not closed" : "'" + token + "' has no meaning here");
            }
            tokens.add(new Token(token, column));
            end = matcher.end();
        }
        tokens.add(new Token("", end + 1));
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The text of a token behind the next one; empty beyond the end. */
    String ahead(int count) {
        return next + count < tokens.size() ? tokens.get(next + count).text() : "";
    }

    /** The next one; at the end the end, again and again. */
    Token take() {
        return tokens.get(isAtEnd() ? next : next++);
    }

    boolean accept(String word) {
        boolean found = peek().is(word);
        next += found ? 1 : 0;
        return found;
    }

    void require(String word) {
        if (!accept(word)) {
            throw expected(word);
        }
    }

    boolean isAtEnd() {
        return peek().text().isEmpty();
    }

    IllegalArgumentException expected(String what) {
        String found = isAtEnd() ? "the end" : "'" + peek().text() + "'";
        return at(peek().column(), "expected " + what + ", found " + found);
    }

    static IllegalArgumentException at(int column, String reason) {
        return new IllegalArgumentException("column " + column + ": " + reason);
    }
}
