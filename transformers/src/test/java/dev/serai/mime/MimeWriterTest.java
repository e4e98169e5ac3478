package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailHeader;
import dev.serai.message.MailMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MimeWriterTest {
    private static final String MAIL = """
            From: =?UTF-8?Q?J=C3=BCrgen?= <ju@example.org>
            To: support@example.com
            Subject: Fr=C3=BChst=C3=BCck
            X-Folded: one
             two
            Message-ID: <a@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe
            --b
            Content-Type: application/pdf; name="a.pdf"
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            JVBERi0=
            --b--
            """.replace("\n", "\r\n");

    private final RawSource raw = RawSource.of(MAIL.getBytes(StandardCharsets.UTF_8));

    @Test
    void unchangedMessageShouldBeTheSameMail() throws Exception {
        MailMessage read = new MimeReader().read(raw);
        String written = written(read, read);
        assertThat(written).contains("Subject: Fr=C3=BChst=C3=BCck", "=?UTF-8?Q?J=C3=BCrgen?= <ju@example.org>");
        assertThat(written.substring(written.indexOf("\r\n\r\n"))).isEqualTo(MAIL.substring(MAIL.indexOf("\r\n\r\n")));
        assertThat(read(written).toBuilder().headers(List.of(), "").build().subject())
                .isEqualTo(read.subject());
    }

    @Test
    void headerTakenAwayShouldBeGoneAndTheBodyTheSame() throws Exception {
        MailMessage read = new MimeReader().read(raw);
        List<MailHeader> headers = new ArrayList<>(read.headers());
        headers.removeIf(header -> header.name().equals("X-Folded"));
        headers.add(new MailHeader("X-Note", "schön\r\nBcc: evil@example.net"));
        String written = written(read.toBuilder().headers(headers, "").build(), read);
        assertThat(written).doesNotContain("X-Folded", "\r\nBcc:").contains("Gr=C3=BC=C3=9Fe", "--b--");
        assertThat(read(written).header("X-Note")).contains("schön  Bcc: evil@example.net");
    }

    @Test
    void changedTextAndAttachmentsShouldBeReadAsTheyWereWritten() throws Exception {
        MailMessage read = new MimeReader().read(raw);
        byte[] bytes = "content".getBytes(StandardCharsets.UTF_8);
        MailMessage changed = read.toBuilder()
                .subject("Schöne Grüße an alle, die das lesen und dafür eine sehr lange Zeile brauchen")
                .text("Grüße\n.\nund mehr\n")
                .html("<p>Grüße</p><img src=\"cid:logo\">")
                .addAttachment(new Attachment(0, "Übersicht.txt", "text/plain", 7, false, null, "", Content.of(bytes)))
                .addAttachment(new Attachment(0, "logo.png", "image/png", 7, true, "logo", "", Content.of(bytes)))
                .build();
        MailMessage again = read(written(changed, read));
        assertThat(again.subject()).isEqualTo(changed.subject());
        assertThat(again.text()).isEqualTo("Grüße\n.\nund mehr\n");
        assertThat(again.html()).contains("Grüße");
        assertThat(again.attachments())
                .extracting(Attachment::name)
                .containsExactlyInAnyOrder("a.pdf", "Übersicht.txt", "logo.png");
        assertThat(again.attachments()).filteredOn(Attachment::inline).hasSize(1);
        assertThat(again.from()).isEqualTo(read.from());
        assertThat(again.messageId()).isEqualTo("<a@example.org>");
        assertThat(again.warnings()).isEmpty();
    }

    private String written(MailMessage message, MailMessage read) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimeWriter.write(message, read, raw, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static MailMessage read(String mail) throws IOException {
        return new MimeReader().read(RawSource.of(mail.getBytes(StandardCharsets.UTF_8)));
    }
}
