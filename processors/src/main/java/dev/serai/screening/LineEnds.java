package dev.serai.screening;

/** Line ends in what people write: texts are read with {@code \n} alone, and rules of other systems say {@code \r\n}. */
final class LineEnds {
    private LineEnds() {}

    /** The text with {@code \n} in place of {@code \r\n}. */
    static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    /** The regular expression, with {@code \r?\n} where it says {@code \r\n} outside of a character class. */
    static String lenient(String regex) {
        if (!regex.contains("\\r\\n")) {
            return regex;
        }
        StringBuilder lenient = new StringBuilder(regex.length() + 8);
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (!inClass && regex.startsWith("\\Q", i)) {
                int end = regex.indexOf("\\E", i);
                lenient.append(regex, i, end < 0 ? regex.length() : end);
                i = end < 0 ? regex.length() : end - 1;
            } else if (!inClass && regex.startsWith("\\r\\n", i)) {
                lenient.append("\\r?\\n");
                i += 3;
            } else if (c == '\\' && i + 1 < regex.length()) {
                lenient.append(c).append(regex.charAt(++i));
            } else {
                inClass = inClass ? c != ']' : c == '[';
                lenient.append(c);
            }
        }
        return lenient.toString();
    }
}
