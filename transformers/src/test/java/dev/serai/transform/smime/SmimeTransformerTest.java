package dev.serai.transform.smime;

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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmimeTransformerTest {
    private static final byte[] INNER = CmsWriter.text("Content-Type: text/plain; charset=utf-8", "", "Grüße");
    private static final String P7M = "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m";

    private final Transformer smime =
            new TransformerFactories(getClass().getClassLoader()).find("smime").create(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"signed.p7m", "signed-ber.p7m"})
    void p42_opaqueSignedMailShouldShowItsTextAndFiles(String file) throws Exception {
        MailMessage message = changed(mail(P7M, resource(file)));
        assertThat(message.text()).isEqualTo("Grüße from Maria");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("smime.p7m", "offer.pdf");
        assertThat(message.parts())
                .extracting(MailPart::contentType)
                .containsExactly("application/pkcs7-mime", "text/plain", "application/pdf");
        assertThat(message.warnings())
                .containsExactly(
                        "The mail is signed (S/MIME) by Maria Lindgren <maria@customer.example.net>; the signature was not verified.");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-pkcs7-mime,smime.p7m",
        "application/octet-stream,smime.p7m",
        "application/octet-stream,SMIME.P7M",
        "application/pkcs7-mime,'',"
    })
    void p42_mislabelledOnesShouldBeOpenedToo(String type, String name) throws Exception {
        assertThat(changed(mail(type + "; name=\"" + name + "\"", CmsWriter.signed(INNER)))
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void p42_base64InsideBase64ShouldBeOpened() throws Exception {
        byte[] armored = ("-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(CmsWriter.signed(INNER))
                        + "\n-----END PKCS7-----\n")
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(changed(mail(P7M, armored)).text()).isEqualTo("Grüße");
    }

    @Test
    void compressedMailShouldBeOpened() throws Exception {
        assertThat(changed(mail("application/pkcs7-mime; smime-type=compressed-data", CmsWriter.compressed(INNER)))
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void compressedMailThatIsHugeInsideShouldStayClosed() throws Exception {
        Transformer small = new SmimeTransformerFactory().create(Map.of("maxSize", 1000));
        MailMessage message = changed(small, mail(P7M, CmsWriter.compressed(new byte[100_000])));
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.warnings()).anyMatch(warning -> warning.contains("more than 1000 bytes"));
    }

    @Test
    void p43_signatureOfGarbageShouldBeNotedAndNothingElse() throws Exception {
        byte[] whole = resource("signed.p7m");
        Arrays.fill(whole, whole.length - 400, whole.length, (byte) 0x55);
        MailMessage message = changed(mail(P7M, whole));
        assertThat(message.text()).isEqualTo("Grüße from Maria");
        assertThat(message.warnings()).anyMatch(warning -> warning.startsWith("The mail is signed"));
    }

    @Test
    void p43_cutOffMailShouldShowWhatIsThere() throws Exception {
        byte[] whole = CmsWriter.signed(CmsWriter.text("Content-Type: text/plain", "", "x".repeat(3000)));
        MailMessage message = changed(mail(P7M, Arrays.copyOf(whole, 1000)));
        assertThat(message.text()).startsWith("xxxxx").hasSizeGreaterThan(800);
        assertThat(message.warnings()).contains("A smime.p7m is damaged; what could be read was taken.");
    }

    @Test
    void p43_anyBytesShouldBeRead() throws Exception {
        Random random = new Random(4242);
        for (String file : new String[] {"signed.p7m", "signed-ber.p7m", "enveloped.p7m"}) {
            byte[] whole = resource(file);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = Arrays.copyOf(whole, whole.length - random.nextInt(10));
                for (int j = 0; j < 5; j++) {
                    damaged[random.nextInt(j < 3 ? 80 : damaged.length)] = (byte) random.nextInt(256);
                }
                MailMessage message = new MimeReader().read(mail(P7M, damaged));
                assertThat(smime.transform(message, context())).isInstanceOf(Changed.class);
            }
        }
    }

    @Test
    void p44_signedInsideSignedShouldBeOpened() throws Exception {
        byte[] outer = CmsWriter.signed(entity(CmsWriter.signedInPieces(INNER, 7)));
        MailMessage message = changed(mail(P7M, outer));
        assertThat(message.text()).isEqualTo("Grüße");
        assertThat(message.attachments()).hasSize(2);
    }

    @Test
    void p44_encryptedInsideSignedShouldStayAnAttachmentAndBeNoted() throws Exception {
        MailMessage message = changed(mail(P7M, CmsWriter.signed(entity(resource("enveloped.p7m")))));
        assertThat(message.text()).isEmpty();
        assertThat(message.attachments()).hasSize(2);
        assertThat(message.attachments().get(1).content().bytes()).isEqualTo(resource("enveloped.p7m"));
        assertThat(message.warnings()).contains("The mail is encrypted (S/MIME); it cannot be read without the key.");
    }

    @Test
    void p44_nestingWithoutEndShouldStopAtTheDepth() throws Exception {
        byte[] inner = INNER;
        for (int i = 0; i < 9; i++) {
            inner = entity(CmsWriter.signed(inner));
        }
        MailMessage message = changed(mail(P7M, CmsWriter.signed(inner)));
        assertThat(message.warnings()).anyMatch(warning -> warning.contains("deeper than 5 levels"));
        assertThat(message.attachments()).hasSize(6);
    }

    @Test
    void whatIsOpenShouldNotBeOpenedTwice() throws Exception {
        MailMessage once = changed(mail(P7M, resource("signed.p7m")));
        assertThat(smime.transform(once, context())).isEqualTo(TransformResult.unchanged());
    }

    @Test
    void unknownKeyShouldBeRefusedByName() {
        assertThatThrownBy(() -> new SmimeTransformerFactory().create(Map.of("trust", true)))
                .hasMessageContaining("unknown key 'trust'");
    }

    static byte[] entity(byte[] cms) {
        return CmsWriter.text(
                "Content-Type: application/pkcs7-mime; name=smime.p7m",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(cms));
    }

    private MailMessage changed(RawSource mail) throws Exception {
        return changed(smime, mail);
    }

    static MailMessage changed(Transformer transformer, RawSource mail) throws Exception {
        return ((Changed) transformer.transform(new MimeReader().read(mail), context())).message();
    }

    static TransformContext context() {
        return new TransformContext(RawSource.of(new byte[0]), new MimeReader());
    }

    static RawSource mail(String type, byte[] content) {
        return RawSource.of(CmsWriter.text(
                "From: maria@customer.example.net",
                "Content-Type: " + type,
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(content)));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = SmimeTransformerTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
