package dev.serai.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of one input, each made ready once for all rules. */
final class Contents {
    private final ScreeningInput input;
    private final Map<Part, Content> ready = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    Contents(ScreeningInput input) {
        this.input = input;
    }

    ScreeningInput input() {
        return input;
    }

    Content of(Part part) {
        return ready.computeIfAbsent(part, this::prepare);
    }

    List<String> warnings() {
        return warnings;
    }

    private Content prepare(Part part) {
        Content content = Content.of(part.in(input));
        if (content.cut()) {
            warnings.add(part + " is longer than " + Content.LIMIT + " characters: rules read its beginning only");
        }
        return content;
    }
}
