package dev.serai.response;

import dev.serai.files.YamlReader;

/** What stands before each line of a quote. */
final class QuotePrefix {
    private static final String USUAL = ">";

    private QuotePrefix() {}

    static String of(YamlReader keys) {
        return keys.text("prefix").orElse(USUAL);
    }
}
