package dev.serai.rtf;

import java.nio.charset.StandardCharsets;

/** Cuts rich text into groups, control words, control symbols and bytes (RTF 1.9.1, "RTF syntax"). */
final class RtfLexer {
    private static final int LONGEST_WORD = 32;
    private static final int MOST_DIGITS = 10;

    private final byte[] rtf;
    private int at;
    private String word = "";
    private long number;
    private boolean numbered;
    private int value;

    RtfLexer(byte[] rtf) {
        this.rtf = rtf;
    }

    /** What comes next. */
    enum Token {
        OPEN,
        CLOSE,
        /** A control word, with its number if it has one. */
        WORD,
        /** A control symbol; {@link #value()} says which. */
        SYMBOL,
        /** A byte of text, in whatever spelling. */
        BYTE,
        END
    }

    Token next() {
        while (at < rtf.length) {
            int c = rtf[at++] & 0xff;
            if (c == '{') {
                return Token.OPEN;
            }
            if (c == '}') {
                return Token.CLOSE;
            }
            if (c == '\\') {
                return control();
            }
            if (c != '\r' && c != '\n' && c != 0) {
                return text(c);
            }
        }
        return Token.END;
    }

    /** The name of a control word. */
    String word() {
        return word;
    }

    /** The number of a control word, 1 where there is none. */
    int number() {
        return (int) number;
    }

    /** Whether a control word that is a switch says on. */
    boolean on() {
        return !numbered || number != 0;
    }

    /** The byte of text, or the character of a symbol. */
    int value() {
        return value;
    }

    /** Passes over raw bytes. */
    void skip(int count) {
        at = (int) Math.min(rtf.length, at + (long) Math.max(0, count));
    }

    private Token text(int b) {
        value = b;
        return Token.BYTE;
    }

    private Token control() {
        if (at >= rtf.length) {
            return Token.END;
        }
        int c = rtf[at] & 0xff;
        if (isLetter(c)) {
            return controlWord();
        }
        at++;
        if (c == '\'') {
            return hex();
        }
        value = c;
        return c == '\\' || c == '{' || c == '}' ? Token.BYTE : Token.SYMBOL;
    }

    /** A byte in two hex digits; what is none is passed over as an unknown symbol. */
    private Token hex() {
        int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
        int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            value = '\'';
            return Token.SYMBOL;
        }
        at += 2;
        return text(high * 16 + low);
    }

    private Token controlWord() {
        int start = at;
        while (at < rtf.length && isLetter(rtf[at] & 0xff) && at - start < LONGEST_WORD) {
            at++;
        }
        word = new String(rtf, start, at - start, StandardCharsets.US_ASCII);
        readNumber();
        at += at < rtf.length && rtf[at] == ' ' ? 1 : 0;
        return Token.WORD;
    }

    private void readNumber() {
        boolean negative = at + 1 < rtf.length && rtf[at] == '-' && isDigit(rtf[at + 1]);
        at += negative ? 1 : 0;
        int start = at;
        number = 0;
        while (at < rtf.length && isDigit(rtf[at]) && at - start < MOST_DIGITS) {
            number = number * 10 + rtf[at++] - '0';
        }
        numbered = at > start;
        number = numbered ? (negative ? -number : number) : 1;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
