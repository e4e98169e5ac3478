package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.message.Attachment;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of strangers' mail that go along with ours. */
class TakenOverTest {
    @ParameterizedTest
    @ValueSource(strings = {"image/@png", "", "pdf", "image/", "/", "a b/c", "image/png\r\nBcc: x@example.net"})
    void p54_aMediaTypeThatIsNoneShouldTravelAsOctets(String type) throws Exception {
        Attached file = TakenOver.of(attachment("cat.png", type));

        assertThat(AttachedFile.of(file).info().contentType()).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({"image/png, image/png", "message/rfc822, message/rfc822", "text/x-c++, text/x-c++"})
    void aMediaTypeShouldStay(String type, String expected) throws Exception {
        assertThat(AttachedFile.of(TakenOver.of(attachment("cat.png", type)))
                        .info()
                        .contentType())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@example.net", "a\u2028b", "a\0b"})
    void aNameShouldLoseWhatCannotStandInAHeader(String name) throws Exception {
        Attached file = TakenOver.of(attachment(name, "image/png"));

        assertThat(AttachedFile.of(file).info().name()).startsWith("a").doesNotContainPattern("[\r\n\u2028\0]");
    }

    private static Attachment attachment(String name, String type) {
        return new Attachment(0, name, type, 1, false, null, "", () -> new ByteArrayInputStream(new byte[] {'x'}));
    }
}
