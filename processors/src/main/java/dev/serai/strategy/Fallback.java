package dev.serai.strategy;

import dev.serai.files.Entries;
import dev.serai.files.StepDefinition;
import java.util.Map;
import java.util.Optional;

/** The parameter `fallback` of steps that ask outside: values on lines, or the word `nothing`. */
public final class Fallback {
    static final String PARAMETER = "fallback";
    private static final String NOTHING = "nothing";

    private Fallback() {}

    /**
     * The values to go on with; none for `nothing`, empty where a step without an answer fails.
     *
     * @throws IllegalArgumentException naming the line that is no `name = value`
     */
    public static Optional<Map<String, String>> of(StepDefinition step) {
        return step.find(PARAMETER)
                .map(text -> text.strip().equals(NOTHING) ? Map.<String, String>of() : Entries.of(text));
    }
}
