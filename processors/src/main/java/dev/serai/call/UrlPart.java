package dev.serai.call;

import dev.serai.files.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * A piece of an address behind its server.
 *
 * @param text as it is written; of a secret the reference alone
 * @param inQuery whether it stands behind the question mark
 */
record UrlPart(String text, Kind kind, boolean inQuery) {
    /** How it becomes part of an address. */
    enum Kind {
        LITERAL,
        EXPRESSION,
        SECRET
    }

    /** What stands for anything that is no literal. */
    private static final String FILLED = "x";

    boolean isExpression() {
        return kind == Kind.EXPRESSION;
    }

    /** @throws IllegalArgumentException for a literal credential, a secret outside of the query, an open expression */
    static List<UrlPart> all(String rest) {
        List<UrlPart> parts = new ArrayList<>();
        Matcher secret = Credentials.SECRET.matcher(rest);
        boolean inQuery = false;
        for (int at = 0; at < rest.length(); ) {
            int expression = indexOrEnd(rest, at);
            int reference = secret.find(at) ? secret.start() : rest.length();
            int open = Math.min(expression, reference);
            String literal = rest.substring(at, open);
            parts.add(new UrlPart(literal, Kind.LITERAL, inQuery));
            inQuery |= literal.contains("?");
            at = open;
            if (expression < reference) {
                at = end(rest, open);
                parts.add(new UrlPart(rest.substring(open, at), Kind.EXPRESSION, inQuery));
            } else if (reference < rest.length()) {
                at = secret.end();
                parts.add(secret(secret.group(1), inQuery));
            }
        }
        checkNoCredential(parts);
        return parts;
    }

    /** The parts with a letter in place of what is not known yet. */
    static String shape(List<UrlPart> parts) {
        return parts.stream()
                .map(part -> part.kind == Kind.LITERAL ? part.text : FILLED)
                .collect(Collectors.joining());
    }

    private static UrlPart secret(String reference, boolean inQuery) {
        if (!inQuery) {
            throw new IllegalArgumentException("a secret has no place in the path of an address, which servers write"
                    + " into their logs; expected it in a header or as a value of the query");
        }
        return new UrlPart(Secret.of(reference).reference(), Kind.SECRET, true);
    }

    /** A value of the query that the file tells as it is must not be a credential. */
    private static void checkNoCredential(List<UrlPart> parts) {
        String written = parts.stream()
                .map(part -> part.kind == Kind.LITERAL ? part.text : "\u0000")
                .collect(Collectors.joining());
        String query = written.substring(written.indexOf('?') + 1);
        for (String field : written.equals(query) ? List.<String>of() : List.of(query.split("[&;]", -1))) {
            int equal = field.indexOf('=');
            String name = decoded(equal < 0 ? field : field.substring(0, equal));
            boolean literal = equal >= 0 && equal + 1 < field.length() && field.indexOf('\u0000', equal) < 0;
            if (literal && Credentials.isName(name)) {
                throw Credentials.literal("query parameter", name);
            }
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private static int indexOrEnd(String text, int from) {
        int at = text.indexOf("${", from);
        return at < 0 ? text.length() : at;
    }

    private static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("'" + text.substring(open) + "' is an expression that is never closed");
    }
}
