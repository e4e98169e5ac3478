package dev.serai.transform.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.Mails;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.ChainResult;
import dev.serai.transform.FailureAction;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformerChain;
import dev.serai.transform.TransformerFactories;
import dev.serai.transform.TransformerStep;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built-in transformers one behind the other, as the shipped chain has them. */
class ChainTest {

    @Test
    void winmailInASignedMailShouldBeOpened() throws IOException {
        byte[] winmail =
                Mails.sample("winmail.eml").attachments().get(0).content().bytes();
        byte[] inner = CmsWriter.text(
                "Content-Type: application/ms-tnef; name=winmail.dat",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(winmail));
        MailMessage message = run(CmsWriter.signed(inner));
        assertThat(message.text()).contains("please send us an offer");
        assertThat(message.attachments())
                .extracting(Attachment::name)
                .containsExactly("smime.p7m", "winmail.dat", "Lamps for the hall – Größen.csv");
    }

    @Test
    void uuencodedFileInASignedMailShouldComeOut() throws IOException {
        byte[] inner =
                CmsWriter.text("Content-Type: text/plain", "", "Hello", "begin 644 cat.txt", "#0V%T", "`", "end");
        MailMessage message = run(CmsWriter.signed(inner));
        assertThat(message.text()).isEqualTo("Hello\n");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("smime.p7m", "cat.txt");
    }

    private static MailMessage run(byte[] signed) throws IOException {
        RawSource raw = SmimeTransformerTest.mail("application/pkcs7-mime; name=smime.p7m", signed);
        TransformerFactories factories = new TransformerFactories(ChainTest.class.getClassLoader());
        List<TransformerStep> steps = Stream.of("smime", "tnef", "smime", "uuencode")
                .map(name -> new TransformerStep(name, factories.find(name).create(Map.of()), FailureAction.QUARANTINE))
                .toList();
        MimeReader reader = new MimeReader();
        try (ChainResult result =
                new TransformerChain(steps).run(reader.read(raw), new TransformContext(raw, reader))) {
            assertThat(result.stop()).isNull();
            return result.message();
        }
    }
}
