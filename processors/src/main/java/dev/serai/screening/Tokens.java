package dev.serai.screening;

import dev.serai.screening.Token.Kind;
import java.util.List;

/** The tokens of one expression and how far they are read. */
final class Tokens {
    private final String source;
    private final List<Token> all;
    private int next;

    Tokens(String source, List<Token> all) {
        this.source = source;
        this.all = all;
    }

    Token peek() {
        return all.get(next);
    }

    Token peekSecond() {
        return all.get(Math.min(next + 1, all.size() - 1));
    }

    /** The next token; the last one, END, again and again. */
    Token take() {
        Token token = peek();
        next = Math.min(next + 1, all.size() - 1);
        return token;
    }

    /** Takes the next token if it is of this kind. */
    boolean take(Kind kind) {
        boolean found = peek().is(kind);
        if (found) {
            take();
        }
        return found;
    }

    ExpressionException error(Token token, String reason) {
        return errorAt(token.at(), reason);
    }

    ExpressionException errorAt(int offset, String reason) {
        return new ExpressionException(Lexer.column(source, offset), reason);
    }
}
