package dev.serai.calendar;

import java.util.List;
import java.util.Optional;

/**
 * Days on which another rule than the week's holds.
 *
 * @param name what they are called, such as `Christmas`
 * @param spans when it is open then; none = closed
 */
public record DayRule(Days days, Optional<String> name, List<Span> spans) {
    public DayRule {
        spans = List.copyOf(spans);
    }
}
