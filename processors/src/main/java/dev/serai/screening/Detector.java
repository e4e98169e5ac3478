package dev.serai.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a function without a pattern looks for. Each reads a text once, from its begin to its end. */
enum Detector {
    /** The number of a payment card; shown as its issuer with the last four digits. */
    CARD_NUMBER("CardNumber"),
    /** A sentence that says that a file goes along; shown as the words that say so. */
    PROMISED_ATTACHMENT("PromisedAttachment");

    private final String function;

    Detector(String function) {
        this.function = function;
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
        return switch (this) {
            case CARD_NUMBER -> CardNumbers.find(text);
            case PROMISED_ATTACHMENT -> Promises.find(text);
        };
    }
}
