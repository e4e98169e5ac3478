package dev.serai.screening;

/** An international bank account number in a text (ISO 13616): two letters, two check digits, 15 to 34 characters in all. */
final class Iban {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;
    private static final int HEAD = 4;

    private Iban() {}

    /** Behind the one that begins here, with or without blanks in it; behind this character where none does. */
    static int behind(String text, int start) {
        boolean mayBegin = start + SHORTEST <= text.length()
                && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && isLetter(text.charAt(start))
                && isLetter(text.charAt(start + 1))
                && isDigit(text.charAt(start + 2))
                && isDigit(text.charAt(start + 3));
        return mayBegin ? Math.max(start + 1, end(text, start)) : start + 1;
    }

    /** Behind the longest that holds; the start where none does. */
    private static int end(String text, int start) {
        int remainder = 0;
        int count = HEAD;
        int end = start;
        for (int at = start + HEAD; at < text.length() && count < LONGEST; at++) {
            char c = text.charAt(at);
            if (Character.isSpaceChar(c)) {
                continue;
            }
            if (!isLetter(c) && !isDigit(c)) {
                break;
            }
            remainder = next(remainder, c);
            count++;
            if (count >= SHORTEST && holds(remainder, text.substring(start, start + HEAD))) {
                end = at + 1;
            }
        }
        return end;
    }

    /** ISO 7064, MOD 97-10: the head stands behind the rest. */
    private static boolean holds(int remainder, String head) {
        int whole = remainder;
        for (int i = 0; i < HEAD; i++) {
            whole = next(whole, head.charAt(i));
        }
        return whole == 1;
    }

    private static int next(int remainder, char c) {
        int value = Character.digit(c, 36);
        return (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
