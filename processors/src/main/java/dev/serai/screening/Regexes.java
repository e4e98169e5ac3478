package dev.serai.screening;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles regular expressions that run in linear time, whatever the text (RE2 syntax). */
public final class Regexes {
    private Regexes() {}

    /**
     * Compiles a regular expression.
     *
     * @param flags of {@link Pattern#compile(String, int)}
     * @throws RegexException with the offset, what is wrong and, where it is easy, what to write instead
     */
    public static Pattern compile(String regex, int flags) throws RegexException {
        new RegexScan(regex).check();
        try {
            return Pattern.compile(LineEnds.lenient(regex), flags);
        } catch (PatternSyntaxException e) {
            String part = e.getPattern();
            int offset = part.isEmpty() ? -1 : regex.indexOf(part);
            String where = offset < 0 ? "" : " " + part;
            throw new RegexException(Math.max(offset, 0), "regular expression: " + e.getDescription() + where);
        }
    }
}
