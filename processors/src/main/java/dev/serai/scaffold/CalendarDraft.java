package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** A calendar of business hours. */
public record CalendarDraft(String name, String timezone) {
    /** @throws IllegalArgumentException when the name or the zone is none */
    public CalendarDraft {
        Names.check(name);
        try {
            ZoneId.of(timezone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + timezone + "' is no time zone; expected one such as Europe/Berlin", e);
        }
    }

    /** The file. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.CALENDAR, home) + """
                # When somebody is there. A queue names it as hours: %1$s, a strategy asks it by hours-action. More: docs/reference/calendars.md
                description: Business hours of %1$s.
                timezone: %2$s
                week:
                  mon-thu: 09:00-17:00
                  fri: ["09:00-12:00", "13:00-16:00"]
                holidays:
                  - {name: New Year, date: 01-01}          # of every year
                  - {name: Easter Monday, easter: 1}       # days after Easter Sunday
                  - {name: Christmas, from: 12-25, to: 12-26}
                open:                                      # days with hours of their own, before week and holidays
                  - {name: Christmas Eve, date: 12-24, hours: 09:00-12:00}
                """.formatted(name, timezone);
        return Draft.of(
                new Draft.File("config/calendars/" + name + ".yaml", text),
                List.of(
                        "hours and holidays are examples",
                        "times of a queue with 'hours: " + name + "' count open time only"),
                List.of("check"));
    }
}
