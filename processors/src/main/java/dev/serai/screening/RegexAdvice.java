package dev.serai.screening;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What other regular expression dialects have and linear time has not, with what to write instead. */
final class RegexAdvice {
    private static final String LINEAR = "; rules run in linear time only, ";

    private record Advice(Pattern construct, String reason) {
        static Advice of(String construct, String reason) {
            return new Advice(Pattern.compile(construct), reason);
        }
    }

    private static final List<Advice> ANYWHERE = List.of(
            Advice.of("\\\\u[0-9A-Fa-f]{4}", "\\u and four digits are not supported; write \\x{00e9}"),
            Advice.of(
                    "\\\\p\\{(Alpha|Alnum|Lower|Upper|Punct|Space|Digit)\\}",
                    "this character class is not supported; write [[:alpha:]], [[:alnum:]], [[:space:]] or \\p{L}"),
            Advice.of(
                    "\\\\[pP]\\{(Is|In|java)",
                    "this character class is not supported; write \\p{L}, \\p{Lu}, \\p{Latin}"),
            Advice.of("\\\\c.", "\\c is not supported; write \\x and two digits"),
            Advice.of("\\\\e", "\\e is not supported; write \\x1B"),
            Advice.of("\\\\[hH]", "\\h is not supported; write [ \\t]"));

    private static final List<Advice> OUTSIDE = List.of(
            Advice.of("\\(\\?>", "atomic groups are not supported" + LINEAR + "so write (?: instead"),
            Advice.of(
                    "\\\\[1-9]|\\\\k[<{']|\\(\\?P=",
                    "back references are not supported" + LINEAR
                            + "so repeat the pattern itself, or name the alternatives"),
            Advice.of("\\(\\?[a-zA-Z]*x", "the flag x is not supported; leave the blanks and comments out"),
            Advice.of("\\(\\?#", "comments are not supported; put them into description"),
            Advice.of("\\(\\?\\(", "conditional groups are not supported" + LINEAR + "write two rules joined by ||"),
            Advice.of(
                    "\\(\\?(R|\\d|&|P>)",
                    "recursion is not supported" + LINEAR + "so write out the levels that are needed"),
            Advice.of("\\(\\?'", "this way to name a group is not supported; write (?P<name>"),
            Advice.of("\\\\K", "\\K is not supported; leave it out, a value is the whole match"),
            Advice.of("\\\\N", "\\N is not supported; write ."),
            Advice.of("\\\\X", "\\X is not supported; write \\P{M}\\p{M}*"),
            Advice.of("\\\\Z", "\\Z is not supported; write $"),
            Advice.of("\\\\R", "\\R is not supported; write \\n, line ends are always read as \\n"),
            Advice.of("\\\\G", "\\G is not supported; write ^ or leave it out"));

    private static final List<Advice> IN_CLASS =
            List.of(Advice.of("&&", "&& inside [ ] is not supported; list the characters that are wanted"));

    private RegexAdvice() {}

    /** Refuses what begins at this offset outside a character class. */
    static void at(String regex, int offset) throws RegexException {
        Optional<String> lookAround = LookAround.refusal(regex, offset);
        if (lookAround.isPresent()) {
            throw new RegexException(offset, lookAround.get());
        }
        refuse(OUTSIDE, regex, offset);
        refuse(ANYWHERE, regex, offset);
    }

    /** Refuses what begins at this offset inside a character class. */
    static void insideClass(String regex, int offset) throws RegexException {
        refuse(IN_CLASS, regex, offset);
        refuse(ANYWHERE, regex, offset);
    }

    private static void refuse(List<Advice> list, String regex, int offset) throws RegexException {
        if ("\\(&".indexOf(regex.charAt(offset)) < 0) {
            return;
        }
        for (Advice advice : list) {
            if (advice.construct().matcher(regex).region(offset, regex.length()).lookingAt()) {
                throw new RegexException(offset, advice.reason());
            }
        }
    }
}
