package dev.serai.screening;

import com.google.re2j.Pattern;
import dev.serai.files.Nearest;
import dev.serai.screening.Token.Kind;
import dev.serai.screening.engine.CaseFolding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one function call of an expression with its arguments. */
final class Calls {
    private static final List<String> PATTERNS = List.of("Find", "RegExFind", "RegExMatch");
    private static final List<String> NAMES =
            Stream.concat(PATTERNS.stream(), Detector.functions().stream()).toList();
    private static final int MAX_KEY = 100;

    private final Tokens tokens;

    Calls(Tokens tokens) {
        this.tokens = tokens;
    }

    Node call() throws ExpressionException {
        Token name = tokens.take();
        if (!NAMES.contains(name.text())) {
            throw tokens.error(name, unknown(name.text()));
        }
        if (!tokens.take(Kind.OPEN)) {
            throw tokens.error(
                    tokens.peek(),
                    "expected ( after " + name.text() + ", found "
                            + tokens.peek().described());
        }
        return switch (name.text()) {
            case "Find" -> find();
            case "RegExFind" -> regExFind();
            case "RegExMatch" -> regExMatch();
            default -> detect(name.text());
        };
    }

    private static String unknown(String name) {
        if (name.equalsIgnoreCase("not")) {
            return "expected ! instead of " + name;
        }
        return "unknown function " + name
                + Nearest.of(name, NAMES)
                        .map(nearest -> ", did you mean " + nearest + "?")
                        .orElse(", expected one of " + String.join(", ", NAMES));
    }

    private Node find() throws ExpressionException {
        Token text = text("Find");
        boolean ignoreCase = ignoreCase("Find");
        close("Find");
        String literal = Content.normalize(LineEnds.plain(Quoted.literal(text.text())));
        return new Node.Find(ignoreCase ? CaseFolding.fold(literal) : literal, ignoreCase);
    }

    private Node regExFind() throws ExpressionException {
        Token text = text("RegExFind");
        String key = key();
        boolean ignoreCase = ignoreCase("RegExFind");
        close("RegExFind");
        return new Node.RegExFind(compiled(text, ignoreCase ? Pattern.CASE_INSENSITIVE : 0), key);
    }

    private Node detect(String function) throws ExpressionException {
        String key = tokens.peek().is(Kind.CLOSE) ? null : key(tokens.take());
        close(function);
        return new Node.Detect(Detector.of(function), key);
    }

    private Node regExMatch() throws ExpressionException {
        Token text = text("RegExMatch");
        boolean ignoreCase = ignoreCase("RegExMatch");
        close("RegExMatch");
        return new Node.RegExMatch(compiled(text, Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0)));
    }

    private Pattern compiled(Token text, int flags) throws ExpressionException {
        try {
            return Regexes.compile(Content.normalize(LineEnds.plain(Quoted.regex(text.text()))), flags);
        } catch (RegexException e) {
            throw tokens.errorAt(text.at() + 1 + Quoted.offset(text.text(), e.offset()), e.getMessage());
        }
    }

    private Token text(String function) throws ExpressionException {
        Token token = tokens.take();
        if (!token.is(Kind.QUOTED)) {
            throw tokens.error(
                    token,
                    function + " expected a text in double quotes as its first argument, found " + token.described());
        }
        return token;
    }

    private @Nullable String key() throws ExpressionException {
        if (!startsKey()) {
            return null;
        }
        return key(tokens.take());
    }

    private @Nullable String key(Token token) throws ExpressionException {
        if (!token.is(Kind.QUOTED) && !token.is(Kind.WORD)) {
            throw tokens.error(token, "expected a key or ), found " + token.described());
        }
        String key = Quoted.regex(token.text());
        if (key.length() > MAX_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw tokens.error(
                    token, "expected a key of at most " + MAX_KEY + " characters without control characters");
        }
        return key.isBlank() ? null : key;
    }

    /** Moves to a key, if the next argument is one: any but a bare true or false. */
    private boolean startsKey() throws ExpressionException {
        if (!tokens.peek().is(Kind.COMMA) || isTruth(tokens.peekSecond())) {
            return false;
        }
        tokens.take();
        Token token = tokens.peek();
        if (token.is(Kind.QUOTED) || token.is(Kind.WORD)) {
            return true;
        }
        if (token.is(Kind.COMMA)) {
            return false;
        }
        throw tokens.error(token, "RegExFind expected a key, true or false, found " + token.described());
    }

    private boolean ignoreCase(String function) throws ExpressionException {
        if (!tokens.take(Kind.COMMA)) {
            return true;
        }
        Token token = tokens.take();
        if (isTruth(token)) {
            return token.text().toLowerCase(Locale.ROOT).equals("true");
        }
        throw tokens.error(token, notTruth(function, token));
    }

    private static String notTruth(String function, Token token) {
        String expected = function + " expected a bare true or false (ignore case), found " + token.described();
        if (!function.equals("RegExFind") && (token.is(Kind.QUOTED) || token.is(Kind.WORD))) {
            return expected + "; only RegExFind takes a key";
        }
        return expected;
    }

    private static boolean isTruth(Token token) {
        return token.is(Kind.WORD)
                && (token.text().equalsIgnoreCase("true") || token.text().equalsIgnoreCase("false"));
    }

    private void close(String function) throws ExpressionException {
        if (tokens.take(Kind.CLOSE)) {
            return;
        }
        Token found = tokens.peek();
        if (found.is(Kind.COMMA)) {
            throw tokens.error(found, function + " has too many arguments, expected )");
        }
        String hint = found.is(Kind.END) || found.is(Kind.AND) || found.is(Kind.OR)
                ? ""
                : "; a quote inside a text is written \\\"";
        throw tokens.error(found, "expected ) at the end of " + function + ", found " + found.described() + hint);
    }
}
