package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.Transformer;
import dev.serai.transform.TransformerFactories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TnefTransformerTest {
    private final Transformer tnef =
            new TransformerFactories(getClass().getClassLoader()).find("tnef").create(Map.of());

    @Test
    void sampleShouldBeWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readAllBytes(samples().resolve("winmail.eml"))).isEqualTo(WinmailSample.mail());
    }

    @Test
    void bodyAndFilesShouldComeOutAndTheOriginalStays() throws Exception {
        MailMessage message = changed(RawSource.of(samples().resolve("winmail.eml")));
        assertThat(message.text())
                .startsWith("Hello,\n\nplease send us an offer")
                .endsWith("Walter Huber\n");
        assertThat(message.attachments())
                .extracting(Attachment::name)
                .containsExactly("winmail.dat", "Lamps for the hall – Größen.csv");
        assertThat(message.attachments().get(1).contentType()).isEqualTo("text/csv");
        assertThat(message.attachments().get(1).content().bytes())
                .startsWith("lamp;count".getBytes(StandardCharsets.US_ASCII));
        assertThat(message.parts())
                .extracting(MailPart::contentType)
                .containsExactly("text/plain", "application/ms-tnef", "text/plain", "text/csv");
    }

    @Test
    void mailWithoutTnefShouldStayAsItIs() throws Exception {
        assertThat(transform(RawSource.of(samples().resolve("question.eml")))).isEqualTo(TransformResult.unchanged());
    }

    @Test
    void htmlBodyShouldBecomeHtmlAndText() throws Exception {
        MailMessage message = changed(
                mail(new TnefWriter().htmlBody("<p>Good <b>morning</b></p>").bytes()));
        assertThat(message.html()).isEqualTo("<p>Good <b>morning</b></p>");
        assertThat(message.text()).isEqualTo("Good morning");
    }

    @Test
    void rtfBodyShouldBecomeText() throws Exception {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0 Gr\\'fc\\'dfe\\par \\u8364?uro \\{x\\}}";
        assertThat(changed(mail(new TnefWriter().rtfBody(rtf).bytes())).text()).isEqualTo("Grüße\n€uro {x}");
    }

    @Test
    void htmlInRtfShouldBeUnwrapped() throws Exception {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Good"
                + "{\\*\\htmltag84 <b>}\\htmlrtf {\\b \\htmlrtf0  morning{\\*\\htmltag92 </b>}\\htmlrtf }\\htmlrtf0"
                + "{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0 }";
        MailMessage message = changed(mail(new TnefWriter().rtfBody(rtf).bytes()));
        assertThat(message.html()).isEqualTo("<p>Good<b> morning</b></p>");
        assertThat(message.text()).isEqualTo("Good morning");
    }

    @Test
    void tooBigTnefShouldStayClosed() throws Exception {
        Transformer small = new TnefTransformerFactory().create(Map.of("maxSize", 10));
        MailMessage message = new MimeReader().read(RawSource.of(samples().resolve("winmail.eml")));
        Changed result = (Changed) small.transform(message, context());
        assertThat(result.message().attachments()).hasSize(1);
        assertThat(result.message().warnings()).anyMatch(warning -> warning.contains("bigger than 10 bytes"));
    }

    @Test
    void unknownConfigKeyShouldBeRefusedByName() {
        assertThatThrownBy(() -> new TnefTransformerFactory().create(Map.of("maxsize", 1)))
                .hasMessage("unknown key 'maxsize'; did you mean 'maxSize'?");
    }

    private MailMessage changed(RawSource mail) throws Exception {
        return ((Changed) transform(mail)).message();
    }

    private TransformResult transform(RawSource mail) throws Exception {
        return tnef.transform(new MimeReader().read(mail), context());
    }

    private static TransformContext context() {
        return new TransformContext(RawSource.of(new byte[0]), new MimeReader());
    }

    private static RawSource mail(byte[] tnef) {
        String head = "From: a@example.org\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n";
        return RawSource.of((head + Base64.getMimeEncoder().encodeToString(tnef)).getBytes(StandardCharsets.US_ASCII));
    }

    private static Path samples() {
        return Path.of(System.getProperty("serai.home", ".."), "samples");
    }
}
