package dev.serai.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldGroupsTest {
    private static final String STATUS = """
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: %s

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; jo@example.org
            Action: failed
            Status: 5.1.1


            Final-Recipient: rfc822; ada@example.org
            Action: failed
            Status: 5.2.2

            --b--
            """;

    @Test
    void eachGroupOfADeliveryStatusShouldBeListed() throws IOException {
        assertThat(groups("message/delivery-status")).isEqualTo(3);
    }

    @Test
    void partsOfOtherTypesShouldHaveNone() throws IOException {
        assertThat(groups("text/plain")).isZero();
    }

    private static int groups(String type) throws IOException {
        byte[] mail = STATUS.formatted(type).getBytes(StandardCharsets.US_ASCII);
        MailMessage message = new MimeReader().read(RawSource.of(mail));
        return FieldGroups.of(message.parts().get(0)).size();
    }
}
