package dev.serai.screening;

import dev.serai.screening.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recursive descent over {@code or := and ("||" and)*}, {@code and := unary ("&&" unary)*}. */
final class Parser {
    /** UTF-16 units of the longest expression. */
    static final int MAX_LENGTH = 20_000;
    /** Negations and parentheses inside each other. */
    static final int MAX_DEPTH = 100;

    private final String source;
    private final Tokens tokens;
    private int depth;

    Parser(String source) throws ExpressionException {
        if (source.length() > MAX_LENGTH) {
            throw new ExpressionException(
                    1, "the expression has " + source.length() + " characters, expected at most " + MAX_LENGTH);
        }
        this.source = source;
        this.tokens = new Tokens(source, new Lexer(source).tokens());
    }

    Node parse() throws ExpressionException {
        if (tokens.peek().is(Kind.END)) {
            throw new ExpressionException(1, "the expression is empty, expected a function such as Find(\"text\")");
        }
        Node root = or();
        if (!tokens.peek().is(Kind.END)) {
            throw surplus(tokens.peek());
        }
        return root;
    }

    private Node or() throws ExpressionException {
        List<Node> branches = new ArrayList<>(List.of(and()));
        while (tokens.take(Kind.OR)) {
            branches.add(and());
        }
        return branches.size() == 1 ? branches.get(0) : new Node.Or(branches);
    }

    private Node and() throws ExpressionException {
        List<Node> branches = new ArrayList<>(List.of(unary()));
        while (tokens.take(Kind.AND)) {
            branches.add(unary());
        }
        return branches.size() == 1 ? branches.get(0) : new Node.And(branches);
    }

    private Node unary() throws ExpressionException {
        Token first = tokens.peek();
        if (first.is(Kind.WORD)) {
            return new Calls(tokens).call();
        }
        if (++depth > MAX_DEPTH) {
            throw tokens.error(first, "more than " + MAX_DEPTH + " negations and parentheses inside each other");
        }
        Node node;
        if (tokens.take(Kind.NOT)) {
            node = new Node.Not(unary());
        } else if (tokens.take(Kind.OPEN)) {
            node = or();
            if (!tokens.take(Kind.CLOSE)) {
                throw unclosed(first);
            }
        } else {
            throw tokens.error(first, "expected a function such as Find, ! or (, found " + first.described());
        }
        depth--;
        return node;
    }

    private ExpressionException unclosed(Token open) {
        Token found = tokens.peek();
        if (!found.is(Kind.END)) {
            return surplus(found);
        }
        return tokens.error(
                found,
                "expected ) for the ( in column " + Lexer.column(source, open.at()) + ", found " + found.described());
    }

    private ExpressionException surplus(Token found) {
        String reason = switch (found.text().toLowerCase(Locale.ROOT)) {
            case "and", "&" -> "expected && instead of " + found.text();
            case "or", "|" -> "expected || instead of " + found.text();
            case ")" -> "this ) closes nothing, expected &&, || or the end";
            default -> "expected &&, || or the end, found " + found.described();
        };
        return tokens.error(found, reason);
    }
}
