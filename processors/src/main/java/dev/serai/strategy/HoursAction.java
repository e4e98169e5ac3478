package dev.serai.strategy;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Says whether a calendar is open; the variables `hours`, `nextOpening` and `holiday` let a choice branch on it. */
final class HoursAction extends Action {
    /** `open` or `closed`. */
    static final String HOURS = "hours";
    /** The first open moment from now on, such as `2026-11-23T09:00+01:00`; empty text when there is none. */
    static final String NEXT_OPENING = "nextOpening";
    /** What the holiday is called that it is closed for; empty text on other days. */
    static final String HOLIDAY = "holiday";

    @Override
    void act(Step step) throws StrategyException {
        BusinessCalendar calendar = calendar(step);
        Instant now = step.run().now();
        boolean open = calendar.isOpen(now);
        String next = calendar.nextOpen(now)
                .map(time -> OffsetDateTime.ofInstant(time, calendar.zone()).toString())
                .orElse("");
        String holiday = calendar.holiday(now).orElse("");
        Exchange exchange = step.exchange();
        exchange.setVariable(HOURS, open ? "open" : "closed");
        exchange.setVariable(NEXT_OPENING, next);
        exchange.setVariable(HOLIDAY, holiday);
        step.did(calendar.name()
                + (open
                        ? " is open"
                        : " is closed" + (holiday.isEmpty() ? "" : " (" + holiday + ")") + ", it opens at " + next));
    }

    private static BusinessCalendar calendar(Step step) throws StrategyException {
        Generation generation = step.run().playbook().generation();
        String name = step.text("calendar");
        Optional<BusinessCalendar> found = name.isEmpty()
                ? Optional.ofNullable(step.run().interaction().standing().queue())
                        .flatMap(generation::hours)
                : Optional.ofNullable(generation.calendars().get(name));
        return found.orElseThrow(() -> new StrategyException(step.definition().place()
                + (name.isEmpty()
                        ? ": the queue has no 'hours'; name a calendar"
                        : ": there is no config/calendars/" + name + ".yaml"
                                + Nearest.hint(name, generation.calendars().keySet()))));
    }
}
