package dev.serai.mime;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A header value with parameters, such as Content-Type (RFC 2045 section 5.1), read as leniently as can be. */
final class Parameters {
    /** The form of RFC 2231 without the asterisk that says so. */
    private static final Pattern EXTENDED = Pattern.compile("(?i)(utf-8|iso-8859-\\d+|windows-125\\d)'[a-z-]{0,8}'");

    private final String value;
    private final Map<String, String> parameters = new HashMap<>();

    private Parameters(String value) {
        this.value = value;
    }

    /** Reads a value of one char per byte. */
    static Parameters of(@Nullable String text) {
        if (text == null) {
            return new Parameters("");
        }
        int end = endOfValue(text);
        Parameters result = new Parameters(text.substring(0, end).strip().toLowerCase(Locale.ROOT));
        int semicolon = text.indexOf(';', end);
        result.readAll(text, semicolon < 0 ? end : semicolon);
        return result;
    }

    private static int endOfValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (" \t;,(".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** What stands before the first semicolon, lower-case. */
    String value() {
        return value;
    }

    /** A plain parameter, one char per byte; null where there is none. */
    @Nullable
    String get(String name) {
        return parameters.get(name);
    }

    /** A parameter for people to read: RFC 2231, encoded words and raw 8-bit decoded; null where there is none. */
    @Nullable
    String decoded(String name) {
        String extended = ExtendedParameter.decode(name, parameters);
        if (extended != null) {
            return extended;
        }
        String plain = parameters.get(name);
        if (plain == null) {
            return null;
        }
        return EXTENDED.matcher(plain).lookingAt()
                ? ExtendedParameter.decode(name, Map.of(name + "*", plain))
                : HeaderText.decode(plain);
    }

    private void readAll(String text, int from) {
        int at = from;
        while (at < text.length()) {
            while (at < text.length() && "; \t,".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            at = readOne(text, at);
        }
    }

    private int readOne(String text, int from) {
        int equals = from;
        while (equals < text.length() && text.charAt(equals) != '=' && text.charAt(equals) != ';') {
            equals++;
        }
        if (equals >= text.length() || text.charAt(equals) == ';') {
            return equals;
        }
        String name = text.substring(from, equals).strip().toLowerCase(Locale.ROOT);
        int start = equals + 1;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        boolean quoted = start < text.length() && text.charAt(start) == '"';
        return quoted ? readQuoted(name, text, start + 1) : readBare(name, text, start);
    }

    private int readQuoted(String name, String text, int from) {
        StringBuilder content = new StringBuilder();
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
            at += escape ? 1 : 0;
            content.append(text.charAt(at++));
        }
        parameters.putIfAbsent(name, content.toString());
        int semicolon = text.indexOf(';', at);
        return semicolon < 0 ? text.length() : semicolon;
    }

    private int readBare(String name, String text, int from) {
        int semicolon = text.indexOf(';', from);
        int end = semicolon < 0 ? text.length() : semicolon;
        parameters.putIfAbsent(name, text.substring(from, end).strip());
        return end;
    }
}
