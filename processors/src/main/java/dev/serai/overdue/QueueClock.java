package dev.serai.overdue;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a queue counts time: the open time of its calendar, around the clock where it has none. */
public record QueueClock(QueueDefinition queue, Optional<BusinessCalendar> hours) {

    public static QueueClock of(Generation generation, QueueDefinition queue) {
        return new QueueClock(queue, generation.hours(queue.name()));
    }

    /** How much of its time has passed between two moments. */
    public Duration between(Instant from, Instant to) {
        if (hours.isPresent()) {
            return hours.get().openTimeBetween(from, to);
        }
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }

    /** The moment at which so much of its time has passed since then. */
    public Instant after(Instant from, Duration time) {
        return hours.map(calendar -> calendar.plusOpen(from, time)).orElseGet(() -> from.plus(time));
    }

    /** The latest moment since which so much of its time has passed. */
    public Instant before(Instant to, Duration time) {
        return hours.map(calendar -> calendar.minusOpen(to, time)).orElseGet(() -> to.minus(time));
    }

    /** What is added to times in words. */
    String words() {
        return hours.map(calendar -> " of open time (" + calendar.name() + ")").orElse("");
    }
}
