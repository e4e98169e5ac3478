package dev.serai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTextTest {

    @Test
    void p45_invitationShouldBeToldInWords() {
        assertThat(event(
                        "REQUEST",
                        "SUMMARY:Lamps\\, and",
                        "  more",
                        "DTSTART;TZID=Europe/Vienna:20261124T100000",
                        "DTEND;TZID=Europe/Vienna:20261124T113000",
                        "LOCATION:Room 4\\; second floor",
                        "ORGANIZER;CN=\"Lindgren: Maria\":MAILTO:maria@example.net",
                        "ATTENDEE;CN=Jo:mailto:jo@example.org",
                        "ATTENDEE:mailto:desk@example.com",
                        "RRULE:FREQ=WEEKLY;COUNT=3",
                        "DESCRIPTION:Hello\\,\\nplease come.",
                        "BEGIN:VALARM",
                        "DESCRIPTION:Reminder",
                        "END:VALARM"))
                .isEqualTo("""
                        Invitation: Lamps, and more
                        When: Tuesday, 24 November 2026, 10:00 to 11:30 (Europe/Vienna)
                        Where: Room 4; second floor
                        Organizer: Lindgren: Maria <maria@example.net>
                        Attendees: 2
                        Repeats: FREQ=WEEKLY;COUNT=3

                        Hello,
                        please come.""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUEST|PARTSTAT=NEEDS-ACTION|Invitation: Lamps",
                "CANCEL|PARTSTAT=NEEDS-ACTION|Cancelled: Lamps",
                "REPLY|PARTSTAT=ACCEPTED;CN=Jo|Accepted by Jo <jo@example.org>: Lamps",
                "REPLY|PARTSTAT=DECLINED|Declined by jo@example.org: Lamps",
                "REPLY|PARTSTAT=TENTATIVE|Tentatively accepted by jo@example.org: Lamps",
                "COUNTER|PARTSTAT=TENTATIVE|New time proposed by jo@example.org: Lamps",
                "PUBLISH|PARTSTAT=TENTATIVE|Lamps",
            })
    void methodShouldBeTold(String method, String parameters, String expected) {
        assertThat(event(method, "SUMMARY:Lamps", "ATTENDEE;" + parameters + ":mailto:jo@example.org"))
                .startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20261124T100000Z|DTEND:20261124T110000Z|Tuesday, 24 November 2026, 10:00 to 11:00 (UTC)",
                "DTSTART:20261124T100000|DTEND:20261125T110000|Tuesday, 24 November 2026, 10:00 to Wednesday, 25 November 2026, 11:00",
                "DTSTART;VALUE=DATE:20261124|DTEND;VALUE=DATE:20261125|Tuesday, 24 November 2026",
                "DTSTART;VALUE=DATE:20261124|DTEND;VALUE=DATE:20261127|Tuesday, 24 November 2026 to Thursday, 26 November 2026",
                "DTSTART:20261124T100000Z|DURATION:PT1H30M|Tuesday, 24 November 2026, 10:00 to 11:30 (UTC)",
                "DTSTART;TZID=/example.org/1/Europe/Vienna:20261124T100000|X:y|Tuesday, 24 November 2026, 10:00 (Europe/Vienna)",
                "DTSTART:20261399T100000Z|X:y|20261399T100000Z",
            })
    void timesShouldBeTold(String start, String end, String expected) {
        assertThat(event("REQUEST", "SUMMARY:x", start, end)).endsWith("When: " + expected);
    }

    @Test
    void oldFormShouldBeRead() {
        assertThat(CalendarText.of(String.join(
                        "\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:1.0",
                        "BEGIN:VEVENT",
                        "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=F6=",
                        "=DFe",
                        "DESCRIPTION;QUOTED-PRINTABLE:one=0D=0Atwo",
                        "END:VEVENT",
                        "END:VCALENDAR")))
                .isEqualTo("Größe\n\none\ntwo");
    }

    @Test
    void severalEventsShouldBeToldAndNotWithoutEnd() {
        String event = "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n";
        assertThat(CalendarText.of(event + event)).isEqualTo("x\n\nx");
        assertThat(CalendarText.of(event.repeat(30))).endsWith("And 10 more.");
    }

    @Test
    void timeZoneShouldNotBeTakenForTheEvent() {
        assertThat(CalendarText.of("BEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\n"))
                .isEmpty();
    }

    @Test
    void p50_hostileCalendarShouldNotTakeLong() {
        String nested = "BEGIN:VEVENT\n".repeat(50_000);
        String folded = "SUMMARY:" + "\n x".repeat(200_000);
        String soft = "SUMMARY;ENCODING=QUOTED-PRINTABLE:=\n".repeat(20_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> CalendarText.of(nested + folded + soft));
    }

    private static String event(String method, String... lines) {
        return CalendarText.of("BEGIN:VCALENDAR\r\nMETHOD:" + method + "\r\nBEGIN:VEVENT\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }
}
