package dev.serai.transform.smime;

import static dev.serai.transform.smime.SmimeTransformerTest.changed;
import static dev.serai.transform.smime.SmimeTransformerTest.context;
import static dev.serai.transform.smime.SmimeTransformerTest.mail;
import static dev.serai.transform.smime.SmimeTransformerTest.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.Mails;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformResult;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.Transformer;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedContentTest {
    private static final String P7M = "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m";

    private final Transformer smime = new SmimeTransformerFactory().create(Map.of());

    @Test
    void signatureBesideTheTextShouldBeNotedAndStayAnAttachment() throws Exception {
        MailMessage message = changed(
                smime,
                RawSource.of(CmsWriter.text(
                        "From: maria@customer.example.net",
                        "Content-Type: multipart/signed; boundary=s; protocol=\"application/pkcs7-signature\"",
                        "",
                        "--s",
                        "",
                        "Good morning",
                        "--s",
                        "Content-Type: application/pkcs7-signature; name=smime.p7s",
                        "Content-Transfer-Encoding: base64",
                        "",
                        Base64.getMimeEncoder().encodeToString(resource("detached.p7s")),
                        "--s--")));
        assertThat(message.text()).isEqualTo("Good morning");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("smime.p7s");
        assertThat(message.warnings())
                .containsExactly(
                        "The mail is signed (S/MIME) by Maria Lindgren <maria@customer.example.net>; the signature was not verified.");
    }

    @Test
    void textBesideASignedPartShouldStandBeforeIt() throws Exception {
        String signed = Base64.getMimeEncoder()
                .encodeToString(CmsWriter.signed(CmsWriter.text("Content-Type: text/html", "", "<p>inside</p>")));
        MailMessage message = changed(
                smime,
                RawSource.of(CmsWriter.text(
                        "Content-Type: multipart/mixed; boundary=s",
                        "",
                        "--s",
                        "",
                        "outside",
                        "--s",
                        "Content-Type: " + P7M,
                        "Content-Transfer-Encoding: base64",
                        "",
                        signed,
                        "--s--")));
        assertThat(message.text()).isEqualTo("outside\n\ninside");
        assertThat(message.parts()).hasSize(3);
    }

    @Test
    void wholeMailInsideShouldBeReadToo() throws Exception {
        byte[] whole = CmsWriter.text(
                "Content-Type: message/rfc822; forwarded=no",
                "",
                "Subject: protected",
                "Content-Type: text/plain",
                "",
                "inside");
        MailMessage message = changed(smime, mail(P7M, CmsWriter.signed(whole)));
        assertThat(message.text()).isEqualTo("inside");
        assertThat(message.attachments())
                .extracting(Attachment::contentType)
                .containsExactly("application/pkcs7-mime", "message/rfc822");
    }

    @Test
    void signedFileShouldComeOutUnderItsOwnName() throws Exception {
        byte[] file = {'%', 'P', 'D', 'F', 0, 1, 2};
        MailMessage message =
                changed(smime, mail("application/octet-stream; name=offer.pdf.p7m", CmsWriter.signed(file)));
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("offer.pdf.p7m", "offer.pdf");
        assertThat(message.attachments().get(1).contentType()).isEqualTo("application/pdf");
        assertThat(message.attachments().get(1).content().bytes()).isEqualTo(file);
    }

    @Test
    void bigMailInsideShouldBeReadInRanges() throws Exception {
        StringBuilder inner = new StringBuilder("Content-Type: multipart/mixed; boundary=b\r\n");
        for (int i = 0; i < 30; i++) {
            inner.append("\r\n--b\r\nContent-Type: text/csv; name=").append(i).append(".csv\r\n\r\n");
            inner.append((i + ";lamp\r\n").repeat(10_000));
        }
        byte[] content = CmsWriter.text(inner.append("\r\n--b--").toString());
        MailMessage message = changed(smime, mail(P7M, CmsWriter.signedInPieces(content, 4000)));
        assertThat(message.attachments()).hasSize(31);
        assertThat(new String(
                        message.attachments().get(30).content().bytes(), java.nio.charset.StandardCharsets.US_ASCII))
                .startsWith("29;lamp")
                .hasSize(90_000);
    }

    @Test
    void pgpShouldBeNotedAndStayAttached() throws Exception {
        MailMessage message = changed(
                smime,
                RawSource.of(CmsWriter.text(
                        "Content-Type: multipart/encrypted; boundary=s; protocol=\"application/pgp-encrypted\"",
                        "",
                        "--s",
                        "Content-Type: application/pgp-encrypted",
                        "",
                        "Version: 1",
                        "--s",
                        "Content-Type: application/octet-stream; name=encrypted.asc",
                        "",
                        "-----BEGIN PGP MESSAGE-----",
                        "--s--")));
        assertThat(message.attachments()).hasSize(2);
        assertThat(message.warnings()).contains("The mail is encrypted with PGP; it cannot be read without the key.");
    }

    @Test
    void pgpInTheTextShouldBecomeAnAttachmentToo() throws Exception {
        String block = "-----BEGIN PGP MESSAGE-----\n\nabcd\n-----END PGP MESSAGE-----";
        MailMessage message = changed(smime, RawSource.of(CmsWriter.text("Subject: x", "", "Hello", block)));
        assertThat(message.text()).contains("Hello", "abcd");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("encrypted.asc");
    }

    @Test
    void ordinaryMailShouldStayAsItIs() throws Exception {
        assertThat(smime.transform(Mails.sample("question.eml"), context())).isEqualTo(TransformResult.unchanged());
    }

    @Test
    void winmailInsideShouldBeLeftForTheNextTransformer() throws Exception {
        byte[] inner = CmsWriter.text("Content-Type: application/ms-tnef; name=winmail.dat", "", "xx");
        TransformResult result = smime.transform(new MimeReader().read(mail(P7M, CmsWriter.signed(inner))), context());
        assertThat(((Changed) result).message().attachments())
                .extracting(Attachment::contentType)
                .contains("application/ms-tnef");
    }
}
