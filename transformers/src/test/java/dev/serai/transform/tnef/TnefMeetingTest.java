package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TnefMeetingTest {

    @Test
    void p28_meetingRequestShouldBeReadableAndACalendarPart() throws Exception {
        MailMessage message = Opened.of(meeting("IPM.Schedule.Meeting.Request"));
        assertThat(message.text())
                .startsWith("Meeting request")
                .contains("Lamps; all of them", "24 November 2026, 10:00 to 11:30", "Hall 3, Größe")
                .endsWith("Please come.");
        assertThat(Opened.names(message)).containsExactly("invite.ics");
        assertThat(message.attachments().get(1).contentType()).isEqualTo("text/calendar");
        assertThat(new String(Opened.bytes(message, 1), StandardCharsets.UTF_8))
                .contains(
                        "METHOD:REQUEST\r\n",
                        "DTSTART:20261124T100000Z\r\n",
                        "SUMMARY:Lamps\\; all of them\r\n",
                        "LOCATION:Hall 3\\, Größe\r\n",
                        "ORGANIZER:mailto:eva@example.org\r\n",
                        "ATTENDEE:mailto:support@example.com\r\n");
    }

    @Test
    void p28_answerShouldSayWhatWasAnswered() throws Exception {
        MailMessage message = Opened.of(meeting("IPM.Schedule.Meeting.Resp.Neg"));
        assertThat(message.text()).startsWith("Meeting declined");
        assertThat(new String(Opened.bytes(message, 1), StandardCharsets.UTF_8))
                .contains("METHOD:REPLY\r\n", "ATTENDEE;PARTSTAT=DECLINED:mailto:eva@example.org\r\n");
    }

    @Test
    void p28_oldMessageClassShouldBeKnown() throws Exception {
        byte[] kind = "IPM.Microsoft Schedule.MtgCncl\0".getBytes(StandardCharsets.US_ASCII);
        assertThat(Opened.of(new TnefWriter().attribute(1, 0x00078008, kind)).text())
                .startsWith("Meeting cancelled");
    }

    @Test
    void p28_contactShouldBeReadable() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .properties(list -> list.text(0x001a, "IPM.Contact")
                        .text(0x3001, "Eva Müller")
                        .text(0x3a16, "Lampen GmbH")
                        .text(0x3a08, "+49 30 1234")));
        assertThat(message.text()).isEqualTo("Eva Müller\nLampen GmbH\nTelephone: +49 30 1234");
    }

    private static TnefWriter meeting(String kind) {
        return new TnefWriter()
                .properties(list -> list.text(0x001a, kind)
                        .text(0x0037, "Lamps; all of them")
                        .text(0x0042, "Eva")
                        .text(0x5d02, "eva@example.org")
                        .named(PropertyWriter.APPOINTMENT, 0x820d, Instant.parse("2026-11-24T10:00:00Z"))
                        .named(PropertyWriter.APPOINTMENT, 0x820e, Instant.parse("2026-11-24T11:30:00Z"))
                        .named(PropertyWriter.APPOINTMENT, 0x8208, "Hall 3, Größe")
                        .text(0x1000, "Please come."))
                .recipients(new Object[][] {{"Support", "support@example.com", 1}});
    }
}
