package dev.serai.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a function without a pattern looks for. Each reads a text once, from its begin to its end. */
enum Detector {
    /** The number of a payment card; shown as its issuer with the last four digits. */
    CARD_NUMBER("CardNumber", CardNumbers::find),
    /** A sentence that says that a file goes along; shown as the words that say so. */
    PROMISED_ATTACHMENT("PromisedAttachment", Promises::find);

    private final String function;
    private final Function<String, Optional<String>> finder;

    Detector(String function, Function<String, Optional<String>> finder) {
        this.function = function;
        this.finder = finder;
    }

    /** The names of all functions. */
    static List<String> functions() {
        return Arrays.stream(values()).map(Detector::function).toList();
    }

    static Detector of(String function) {
        return Arrays.stream(values())
                .filter(detector -> detector.function.equals(function))
                .findFirst()
                .orElseThrow();
    }

    String function() {
        return function;
    }

    /** The first in a text, as it may be shown and stored: never a whole number of a card. */
    Optional<String> find(String text) {
        return finder.apply(text);
    }
}
