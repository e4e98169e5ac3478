package dev.serai.screening;

import dev.serai.screening.engine.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of one input, each made ready once for all rules. */
final class Contents {
    private final ScreeningInput input;
    private final Optional<Index> index;
    private final Map<Part, Content> ready = new HashMap<>();
    private @Nullable List<String> addresses;
    private final List<String> warnings = new ArrayList<>();

    Contents(ScreeningInput input) {
        this(input, Optional.empty());
    }

    /** @param index of the rules that read the parts */
    Contents(ScreeningInput input, Optional<Index> index) {
        this.input = input;
        this.index = index;
    }

    ScreeningInput input() {
        return input;
    }

    Content of(Part part) {
        return ready.computeIfAbsent(part, this::prepare);
    }

    /** The destination addresses as rules compare them. */
    List<String> addresses() {
        if (addresses == null) {
            addresses = input.addresses().stream().map(AddressCondition::bare).toList();
        }
        return addresses;
    }

    List<String> warnings() {
        return warnings;
    }

    private Content prepare(Part part) {
        Content content = Content.of(part.in(input), index);
        if (content.unread() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s is longer than %,d characters: rules read its beginning only, not the last %,d",
                    part,
                    Content.LIMIT,
                    content.unread()));
        }
        return content;
    }
}
