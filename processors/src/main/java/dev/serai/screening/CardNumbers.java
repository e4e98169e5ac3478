package dev.serai.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers of payment cards: 13 to 19 digits, alone or in groups with one separator between, of a known issuer, with
 * the check digit of Luhn (ISO/IEC 7812-1, annex B). What is part of a word, of an order number (`ORD-4111…`, `#4111…`), of
 * a phone number (`+49 …`) or of an IBAN (ISO 13616) is none. In linear time.
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    /** Digits of a group but the last: nobody writes a card number in twos. */
    private static final int LEAST_OF_GROUP = 3;

    private final String text;
    private int at;

    private CardNumbers(String text) {
        this.text = text;
    }

    /** The first, as its issuer and its last four digits. */
    static Optional<String> find(String text) {
        return new CardNumbers(text).first();
    }

    private Optional<String> first() {
        while (at < text.length()) {
            if (isDigit(text.charAt(at))) {
                boolean phone = at > 0 && text.charAt(at - 1) == '+';
                boolean alone = !isBound(at);
                List<Group> groups = run();
                Optional<String> found = phone ? Optional.empty() : card(groups, alone);
                if (found.isPresent()) {
                    return found;
                }
            } else {
                at = Iban.behind(text, at);
            }
        }
        return Optional.empty();
    }

    /** A group of digits, and whether a letter follows it. */
    private record Group(String digits, boolean bound) {}

    /** The groups from here on, as long as one separator is between; moves behind them. */
    private List<Group> run() {
        List<Group> groups = new ArrayList<>();
        while (at < text.length() && isDigit(text.charAt(at))) {
            groups.add(group());
            if (at + 1 < text.length() && isSeparator(text.charAt(at)) && isDigit(text.charAt(at + 1))) {
                at++;
            }
        }
        return groups;
    }

    private Group group() {
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && (isDigit(text.charAt(at)) || isInvisible(text.charAt(at)))) {
            if (isDigit(text.charAt(at))) {
                digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
            }
            at++;
        }
        return new Group(digits.toString(), at < text.length() && Character.isLetter(text.charAt(at)));
    }

    /** @param alone whether the first group stands by itself */
    private static Optional<String> card(List<Group> groups, boolean alone) {
        for (int from = alone ? 0 : 1; from < groups.size(); from++) {
            StringBuilder number = new StringBuilder();
            for (int to = from; to < groups.size(); to++) {
                Group group = groups.get(to);
                number.append(group.digits());
                if (number.length() > LONGEST) {
                    break;
                }
                Optional<String> shown = group.bound() ? Optional.empty() : shown(number);
                if (shown.isPresent()) {
                    return shown;
                }
                if (group.digits().length() < LEAST_OF_GROUP) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> shown(CharSequence digits) {
        if (digits.length() < SHORTEST || !hasCheckDigit(digits)) {
            return Optional.empty();
        }
        String number = digits.toString();
        return CardIssuer.of(number).map(issuer -> issuer.title() + " …" + number.substring(number.length() - 4));
    }

    private static boolean hasCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** Whether what begins here is the end of something else: a word, an order number. */
    private boolean isBound(int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        if (Character.isLetter(before) || before == '#' || before == '_') {
            return true;
        }
        return (before == '-' || before == '/') && start > 1 && Character.isLetterOrDigit(text.charAt(start - 2));
    }

    static boolean isSeparator(char c) {
        return c == '-' || c == '.' || Character.isSpaceChar(c) || (c >= '\u2010' && c <= '\u2014');
    }

    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }
}
