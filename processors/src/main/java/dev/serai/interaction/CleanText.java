package dev.serai.interaction;

/** Text that every database and every JSON reader takes: no NUL (PostgreSQL refuses it), no half surrogates. */
public final class CleanText {
    private CleanText() {}

    public static String of(String text) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        for (int i = 0; i < clean.length(); i++) {
            if (isHalfSurrogate(clean, i)) {
                return repaired(clean);
            }
            if (Character.isHighSurrogate(clean.charAt(i))) {
                i++;
            }
        }
        return clean;
    }

    private static String repaired(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isHalfSurrogate(text, i)) {
                whole.append('\uFFFD');
            } else {
                whole.append(text.charAt(i));
                if (Character.isHighSurrogate(text.charAt(i))) {
                    whole.append(text.charAt(++i));
                }
            }
        }
        return whole.toString();
    }

    private static boolean isHalfSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c);
    }
}
