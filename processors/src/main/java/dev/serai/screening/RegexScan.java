package dev.serai.screening;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over a regular expression for what linear time cannot do: look-around, back references, huge repetitions. */
final class RegexScan {
    /** Steps that a regular expression may unfold to: {@code \d{6}} is six. */
    static final int MAX_STEPS = 20_000;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_REPEAT = 1_000;
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final String regex;
    private final Deque<Group> open = new ArrayDeque<>();
    private Group current = new Group(-1);
    private int at;

    RegexScan(String regex) {
        this.regex = regex;
    }

    /** One group on the way: its steps so far and those of its last atom, which a repetition multiplies. */
    private static final class Group {
        final int start;
        long steps;
        long last;

        Group(int start) {
            this.start = start;
        }

        void add(long atom) {
            steps += atom;
            last = atom;
        }

        void repeat(int times) {
            steps += last * (times - 1);
            last *= times;
        }
    }

    void check() throws RegexException {
        while (at < regex.length()) {
            RegexAdvice.at(regex, at);
            step();
            if (current.steps > MAX_STEPS) {
                throw new RegexException(
                        at, "the repetitions unfold to more than " + MAX_STEPS + " steps, expected fewer");
            }
            at++;
        }
        if (!open.isEmpty()) {
            throw new RegexException(current.start, "this group is never closed, expected ) (a literal one is \\( )");
        }
    }

    private void step() throws RegexException {
        switch (regex.charAt(at)) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> openGroup();
            case ')' -> closeGroup();
            case '{' -> repetition();
            case '*', '+', '?' -> possessive();
            default -> current.add(1);
        }
    }

    private void escape() throws RegexException {
        if (regex.startsWith("\\Q", at)) {
            int end = regex.indexOf("\\E", at);
            int last = end < 0 ? regex.length() - 1 : end + 1;
            current.add(last - at);
            at = last;
            return;
        }
        if (at + 1 == regex.length()) {
            throw new RegexException(at, "the regular expression ends in a backslash; a literal one is \\\\");
        }
        at = afterEscape() - 1;
        current.add(1);
    }

    /** Where an escape that begins here ends; the braces of {@code \\x{2014}} are no repetition. */
    private int afterEscape() {
        int close = regex.indexOf('}', at);
        boolean braced = close > 0 && at + 2 < regex.length() && regex.charAt(at + 2) == '{';
        return braced && "xpP".indexOf(regex.charAt(at + 1)) >= 0 ? close + 1 : at + 2;
    }

    private void characterClass() throws RegexException {
        int start = at;
        at += regex.startsWith("[^", at) ? 2 : 1;
        if (at < regex.length() && regex.charAt(at) == ']') {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            RegexAdvice.insideClass(regex, at);
            if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
                at = regex.indexOf(":]", at) + 1;
            } else if (regex.charAt(at) == '\\') {
                at++;
            }
            at++;
        }
        if (at >= regex.length()) {
            throw new RegexException(start, "this character class is never closed, expected ] (a literal [ is \\[)");
        }
        current.add(1);
    }

    private void openGroup() throws RegexException {
        if (open.size() == MAX_DEPTH) {
            throw new RegexException(at, "more than " + MAX_DEPTH + " groups inside each other");
        }
        open.push(current);
        current = new Group(at);
    }

    private void closeGroup() throws RegexException {
        if (open.isEmpty()) {
            throw new RegexException(at, "this ) closes no group (a literal one is \\))");
        }
        Group closed = current;
        current = open.pop();
        current.add(Math.max(closed.steps, 1));
    }

    private void repetition() throws RegexException {
        Matcher repeat = REPEAT.matcher(regex).region(at, regex.length());
        if (!repeat.lookingAt()) {
            current.add(1);
            return;
        }
        String upper = repeat.group(2);
        int least = Integer.parseInt(repeat.group(1));
        int most = upper == null || upper.isEmpty() ? least : Integer.parseInt(upper);
        if (Math.max(least, most) > MAX_REPEAT) {
            throw new RegexException(
                    at, "a repetition counts to " + MAX_REPEAT + " at most; for more write * or + instead");
        }
        current.repeat(Math.max(most, 1));
        at = repeat.end() - 1;
        possessive();
    }

    private void possessive() throws RegexException {
        if (at + 1 < regex.length() && regex.charAt(at + 1) == '+') {
            throw new RegexException(
                    at + 1, "a possessive + is not supported, and linear time needs none; leave this + out");
        }
    }
}
