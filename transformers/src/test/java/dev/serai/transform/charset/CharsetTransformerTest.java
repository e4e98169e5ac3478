package dev.serai.transform.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.TransformerFactories;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CharsetTransformerTest {
    private static final Charset RUSSIAN = Charset.forName("windows-1251");

    @Test
    void wrongLabelOfAKnownSenderShouldGiveWay() throws Exception {
        Map<String, Object> config =
                Map.of("assume", "cp1251", "instead", List.of("ISO-8859-1"), "from", List.of("sender.example.ru"));
        MailMessage message = ((Changed) run(config, "iso-8859-1")).message();
        assertThat(message.text()).isEqualTo("Да");
        assertThat(message.subject()).isEqualTo("Цех");
    }

    @Test
    void otherSendersShouldBeLeftAlone() throws Exception {
        assertThat(run(Map.of("assume", "windows-1251", "from", "other.example.ru"), "iso-8859-1"))
                .isEqualTo(TransformResult.unchanged());
    }

    @Test
    void labelThatIsBelievedShouldStay() throws Exception {
        assertThat(run(Map.of("assume", "KOI8-R"), "windows-1251")).isEqualTo(TransformResult.unchanged());
    }

    @Test
    void unknownCharsetShouldBeRefused() {
        assertThatThrownBy(() -> run(Map.of("assume", "klingon"), "x"))
                .hasMessageContaining("assume is 'klingon'; expected a charset");
    }

    private static TransformResult run(Map<String, Object> config, String label) throws Exception {
        byte[] mail = ("From: a@sender.example.ru\nSubject: Цех\nContent-Type: text/plain; charset=" + label + "\n\nДа")
                .getBytes(RUSSIAN);
        RawSource raw = RawSource.of(mail);
        MimeReader reader = new MimeReader();
        return new TransformerFactories(CharsetTransformerTest.class.getClassLoader())
                .find("charset")
                .create(config)
                .transform(reader.read(raw), new TransformContext(raw, reader));
    }
}
