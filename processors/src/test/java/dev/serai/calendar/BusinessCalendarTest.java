package dev.serai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static final String OFFICE = """
            timezone: Europe/Berlin
            week:
              mon-fri: ["09:00-12:00", "13:00-17:00"]
              sat: 10:00-13:00
            holidays:
              - {name: Christmas, from: 12-25, to: 12-26}
              - {name: Good Friday, easter: -2}
              - {name: Move, date: 2026-11-24}
              - {name: Turn of the year, from: 12-30, to: 01-02}
            open:
              - {name: Advent Sunday, date: 2026-12-20, hours: 12:00-18:00}
              - {date: 2026-12-26, hours: 10:00-11:00}
            """;
    private static final String NIGHT = """
            timezone: Europe/Berlin
            week: {mon-sun: "22:00-06:00"}
            holidays: [{name: Closed, date: 2026-11-25}]
            """;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59+01:00, 2026-11-23T09:00+01:00",
        "2026-11-23T09:00:00+01:00, 2026-11-23T09:00+01:00",
        "2026-11-23T12:00:00+01:00, 2026-11-23T13:00+01:00",
        "2026-11-23T17:00:00+01:00, 2026-11-25T09:00+01:00",
        "2026-11-21T13:00:00+01:00, 2026-11-23T09:00+01:00",
        "2026-12-19T20:00:00+01:00, 2026-12-20T12:00+01:00",
        "2026-12-25T09:30:00+01:00, 2026-12-26T10:00+01:00",
        "2026-12-29T17:00:00+01:00, 2027-01-04T09:00+01:00",
        "2026-04-02T18:00:00+02:00, 2026-04-04T10:00+02:00",
    })
    void nextOpenShouldBeTheFirstOpenMoment(OffsetDateTime from, OffsetDateTime expected) {
        assertThat(calendar(OFFICE).nextOpen(from.toInstant())).contains(expected.toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00+01:00, 2026-11-23T17:00+01:00, PT7H",
        "2026-11-23T16:00+01:00, 2026-11-25T10:00+01:00, PT2H",
        "2026-11-20T16:30+01:00, 2026-11-23T09:30+01:00, PT4H",
        "2026-11-23T17:00+01:00, 2026-11-23T09:00+01:00, PT0S",
        "2026-12-25T00:00+01:00, 2026-12-27T00:00+01:00, PT1H",
    })
    void openTimeBetweenShouldCountOpenHoursOnly(OffsetDateTime from, OffsetDateTime to, Duration expected) {
        assertThat(calendar(OFFICE).openTimeBetween(from.toInstant(), to.toInstant()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // the clocks go from 02:00 to 03:00
        "2026-03-29T01:00+01:00, 2026-03-29T04:00+02:00, 01:00-04:00, PT2H",
        "2026-03-29T00:00+01:00, 2026-03-29T12:00+02:00, 02:15-02:45, PT0S",
        "2026-03-28T22:00+01:00, 2026-03-29T06:00+02:00, 22:00-06:00, PT7H",
        // the clocks go from 03:00 to 02:00
        "2026-10-25T01:00+02:00, 2026-10-25T04:00+01:00, 01:00-04:00, PT4H",
        "2026-10-25T00:00+02:00, 2026-10-25T12:00+01:00, 02:00-02:30, PT1H30M",
        "2026-10-24T22:00+02:00, 2026-10-25T06:00+01:00, 22:00-06:00, PT9H",
    })
    void openTimeShouldBeRealTimeWhenTheClocksChange(
            OffsetDateTime from, OffsetDateTime to, String span, Duration expected) {
        BusinessCalendar calendar = calendar("timezone: Europe/Berlin\nweek: {mon-sun: \"" + span + "\"}\n");

        assertThat(calendar.openTimeBetween(from.toInstant(), to.toInstant())).isEqualTo(expected);
    }

    @Test
    void aSpanOverMidnightShouldBelongToTheDayOnWhichItBegins() {
        BusinessCalendar night = calendar(NIGHT);

        assertThat(night.isOpen(at("2026-11-25T05:59:00+01:00"))).isTrue();
        assertThat(night.isOpen(at("2026-11-25T22:30:00+01:00"))).isFalse();
        assertThat(night.isOpen(at("2026-11-26T05:00:00+01:00"))).isFalse();
        assertThat(night.nextOpen(at("2026-11-25T06:00:00+01:00"))).contains(at("2026-11-26T22:00:00+01:00"));
    }

    @Test
    void aHolidayShouldHaveItsNameUnlessTheDayHasHoursOfItsOwn() {
        BusinessCalendar office = calendar(OFFICE);

        assertThat(office.holiday(at("2026-11-24T23:59:00+01:00"))).contains("Move");
        assertThat(office.holiday(at("2027-03-26T10:00:00+01:00"))).contains("Good Friday");
        assertThat(office.holiday(at("2026-12-26T10:00:00+01:00"))).isEmpty();
        assertThat(office.holiday(at("2026-11-23T10:00:00+01:00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "1961-04-02", "2285-03-22"})
    void easterShouldFallOnItsSunday(LocalDate expected) {
        assertThat(Easter.sunday(expected.getYear())).isEqualTo(expected);
    }

    /** Time that is open between two moments, added to the first, never leads behind the second, nor open time away. */
    @Test
    void openTimeShouldAddUpForwardsAndBackwards() {
        Random random = new Random(5);
        for (BusinessCalendar calendar : List.of(calendar(OFFICE), calendar(NIGHT), BusinessCalendar.always())) {
            for (int i = 0; i < 300; i++) {
                Instant from = at("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(400 * 86_400));
                Duration time = Duration.ofSeconds(1 + random.nextInt(200 * 3_600));
                Instant later = calendar.plusOpen(from, time);
                Instant earlier = calendar.minusOpen(from, time);

                assertThat(calendar.openTimeBetween(from, later)).isEqualTo(time);
                assertThat(calendar.openTimeBetween(from, later.minusSeconds(1)))
                        .isEqualTo(time.minusSeconds(1));
                assertThat(calendar.openTimeBetween(earlier, from)).isEqualTo(time);
                assertThat(calendar.openTimeBetween(earlier.plusSeconds(1), from))
                        .isEqualTo(time.minusSeconds(1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timezone: Europe/Berln\\nweek: {mon: \"09:00-17:00\"} | 1 | did you mean 'Europe/Berlin'?",
                "timezone: Europe/Berlin\\nweek:\\n  mon-fry: 09:00-17:00 | 3 | 'mon-fry' is no day of the week",
                "timezone: Europe/Berlin\\nweek:\\n  mon: 9-17 | 3 | '9-17' is no time of day",
                "timezone: Europe/Berlin\\nweek:\\n  mon: 25:00-26:00 | 3 | '25:00-26:00' is no time of day",
                "timezone: UTC\\nweek:\\n  mon: 09:00-12:00\\n  mon-tue: 09:00-12:00 | 4 | names mon again",
                "timezone: UTC\\nweek:\\n  mon: 09:00-12:00, 11:00-13:00 | 3 | overlaps",
                "timezone: UTC\\nweek:\\n  mon: closed | 2 | opens on no day",
                "timezone: UTC\\nweek: {mon: \"09:00-12:00\"}\\nholidays:\\n  - {date: 2026-02-30} | 4 | no day",
                "timezone: UTC\\nweek: {mon: \"09:00-12:00\"}\\nholidays:\\n  - {name: X} | 4 | which days?",
                "timezone: UTC\\nweek: {mon: \"09:00-12:00\"}\\nholiday: [] | 3 | did you mean 'holidays'?",
                "timezone: UTC\\nweek: {mon: \"09:00-12:00\"}\\nopen:\\n  - {date: 12-24} | 4 | 'hours' is missing",
            })
    void aFaultShouldBeToldWithItsLine(String text, int line, String reason) {
        List<Problem> problems = generation(text.replace("\\n", "\n")).problems();

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("config/calendars/team.yaml:" + line)
                        .contains(reason));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static BusinessCalendar calendar(String text) {
        Generation generation = generation(text);
        assertThat(generation.problems()).isEmpty();
        return Objects.requireNonNull(generation.calendars().get("team"));
    }

    private static Generation generation(String text) {
        return Generation.of(FileSet.ofTexts(Map.of("config/calendars/team.yaml", text)));
    }
}
