package dev.serai.bench;

import dev.serai.screening.RuleBook;
import dev.serai.screening.ScreeningInput;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What regular expressions that make others hang cost on texts that grow. */
final class LinearTable {
    private static final List<String> EVIL = List.of("(a+)+$", "(a|aa)+$", "(.*a){12}b", "(x+x+)+y", "(\\w+\\s?)*!");
    private static final int ROUNDS = 5;

    private LinearTable() {}

    static String text() {
        StringBuilder table = new StringBuilder("milliseconds of the processor by the size of the text, a rule each\n");
        table.append(String.format("  %-14s%-10s", "", "text"));
        for (int size = 64; size <= 1024; size *= 2) {
            table.append(String.format(Locale.ROOT, "%8d KB", size));
        }
        EVIL.forEach(regex -> {
            row(table, regex, "aaa…ab", "a");
            row(table, regex, "xy xx…", "xxx aaa xx a ");
        });
        return table.append('\n').toString();
    }

    private static void row(StringBuilder table, String regex, String name, String repeated) {
        RuleBook book = RuleBook.load(
                Map.of("evil.yaml", "rules: [{name: evil, in: [body], pattern: 'RegExFind(\"" + regex + "\")'}]"));
        table.append(String.format("%n  %-14s%-10s", regex, name));
        for (int size = 64; size <= 1024; size *= 2) {
            String body = repeated.repeat((size << 10) / repeated.length()) + "b";
            ScreeningInput input = ScreeningInput.builder().body(body).build();
            Times times = Times.of(
                    Collections.nCopies(ROUNDS, input),
                    each -> book.screen(List.of(), each, false).matchedRules().size());
            table.append(String.format(Locale.ROOT, "%11.1f", times.median()));
        }
    }
}
