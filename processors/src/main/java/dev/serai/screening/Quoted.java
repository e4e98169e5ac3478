package dev.serai.screening;

/** What stands between quotes: every backslash is itself, only one before a quote is an escape. */
final class Quoted {
    private Quoted() {}

    /** The text for a regular expression, which reads its own backslashes. */
    static String regex(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                char escaped = raw.charAt(++i);
                if (!Lexer.isQuote(escaped)) {
                    text.append(c);
                }
                text.append(escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The literal text; two backslashes before the closing quote are one, for there is no other way to write it. */
    static String literal(String raw) {
        String text = regex(raw);
        return raw.endsWith("\\\\") ? text.substring(0, text.length() - 1) : text;
    }

    /** Where in the raw text the character stands that has this offset in {@link #regex}. */
    static int offset(String raw, int offset) {
        int at = 0;
        for (int read = 0; at < raw.length() && read < offset; read++) {
            boolean escapedQuote = raw.charAt(at) == '\\' && at + 1 < raw.length() && Lexer.isQuote(raw.charAt(at + 1));
            at += escapedQuote ? 2 : 1;
        }
        return at;
    }
}
