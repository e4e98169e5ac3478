package dev.serai.transform.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import dev.serai.transform.TransformContext;
import dev.serai.transform.TransformResult.Changed;
import dev.serai.transform.TransformerFactories;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TnefFilesTest {
    private static final byte[] ONE = {1, 2, 3};
    private static final byte[] TWO = {4, 5};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/ms-tnef",
                "application/vnd.ms-tnef; name=x.bin",
                "image/png; name=x.png",
                "text/plain",
                "text/plain; name=notes.txt",
                "application/octet-stream"
            })
    void p28_winmailShouldBeKnownWhateverItCallsItself(String type) throws Exception {
        String head = "From: a@example.org\nContent-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n";
        MailMessage message = Opened.of(
                head, new TnefWriter().plainBody("inside").file("a", ONE).bytes());
        assertThat(message.text()).isEqualTo("inside");
        assertThat(Opened.names(message)).containsExactly("a");
    }

    @Test
    void p28_winmailInAWinmailShouldBeOpenedToo() throws Exception {
        byte[] inner = new TnefWriter().file("inner.txt", ONE).bytes();
        assertThat(Opened.names(Opened.of(new TnefWriter().file("winmail.dat", inner))))
                .containsExactly("winmail.dat", "inner.txt");
    }

    @Test
    void p28_uuencodedWinmailShouldBeOpened() throws Exception {
        StringBuilder mail = new StringBuilder("From: a@example.org\n\nHello\n\nbegin 600 WINMAIL.DAT\n");
        byte[] tnef = new TnefWriter().file("a.txt", ONE).bytes();
        for (int at = 0; at < tnef.length; at += 45) {
            mail.append(uuencoded(Arrays.copyOfRange(tnef, at, Math.min(tnef.length, at + 45))));
        }
        mail.append("`\nend\n");
        MailMessage message = new MimeReader().read(RawSource.of(mail.toString().getBytes(StandardCharsets.US_ASCII)));
        for (String type : List.of("uuencode", "tnef")) {
            message = ((Changed) new TransformerFactories(getClass().getClassLoader())
                            .find(type)
                            .create(Map.of())
                            .transform(message, new TransformContext(RawSource.of(new byte[0]), new MimeReader())))
                    .message();
        }
        assertThat(Opened.names(message)).containsExactly("a.txt");
    }

    private static String uuencoded(byte[] line) {
        StringBuilder text = new StringBuilder().append((char) (' ' + line.length));
        byte[] padded = Arrays.copyOf(line, (line.length + 2) / 3 * 3);
        for (int at = 0; at < padded.length; at += 3) {
            int bits = ((padded[at] & 0xff) << 16) | ((padded[at + 1] & 0xff) << 8) | (padded[at + 2] & 0xff);
            for (int shift = 18; shift >= 0; shift -= 6) {
                int six = (bits >> shift) & 0x3f;
                text.append(six == 0 ? '`' : (char) (' ' + six));
            }
        }
        return text.append('\n').toString();
    }

    @Test
    void p28_filesShouldComeOutInOrderWithTheirBytes() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .file("a.txt", ONE)
                .file("a.txt", TWO)
                .file("LONG~1.PDF", "Größe und Länge.pdf", "application/pdf", ONE)
                .file("empty.txt", new byte[0]));
        assertThat(Opened.names(message)).containsExactly("a.txt", "a.txt", "Größe und Länge.pdf", "empty.txt");
        assertThat(Opened.bytes(message, 1)).isEqualTo(ONE);
        assertThat(Opened.bytes(message, 2)).isEqualTo(TWO);
        assertThat(Opened.bytes(message, 4)).isEmpty();
    }

    @Test
    void p28_nameShouldBeTheOneThatSaysMost() throws Exception {
        Charset japanese = Charset.forName("windows-31j");
        MailMessage message = Opened.of(new TnefWriter(932)
                .startFile()
                .attribute(2, 0x0006800f, ONE)
                .fileProperties(list -> list.text8(0x3707, "見積書.xls", japanese))
                .startFile()
                .attribute(2, 0x0006800f, ONE)
                .attribute(2, 0x00018010, "短い.doc\0".getBytes(japanese))
                .startFile()
                .attribute(2, 0x00069001, "transport.txt\0".getBytes(japanese))
                .attribute(2, 0x0006800f, ONE)
                .startFile()
                .fileProperties(list -> list.text(0x3704, "SHORT.TXT").binary(0x3701, TWO))
                .startFile()
                .attribute(2, 0x0006800f, ONE)
                .fileProperties(list -> list.text(0x370e, "image/png")));
        assertThat(Opened.names(message))
                .containsExactly("見積書.xls", "短い.doc", "transport.txt", "SHORT.TXT", "attachment-6.png");
        assertThat(Opened.bytes(message, 4)).isEqualTo(TWO);
    }

    @Test
    void p28_pictureOfTheHtmlShouldBeInline() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .htmlBody("<img src=\"cid:pic@1\">")
                .startFile()
                .attribute(2, 0x0006800f, ONE)
                .fileProperties(list -> list.text(0x3712, "pic@1").text(0x370e, "image/png")));
        Attachment picture = message.attachments().get(1);
        assertThat(picture.inline()).isTrue();
        assertThat(picture.contentId()).isEqualTo("pic@1");
    }

    @Test
    void p28_oleObjectShouldBeKeptAsItIs() throws Exception {
        byte[] document = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 5, 6};
        MailMessage message = Opened.of(new TnefWriter()
                .startFile()
                .attribute(2, 0x0006800f, TWO)
                .fileProperties(list -> list.number(0x3705, 6).object(0x3701, new byte[16], document)));
        assertThat(Opened.names(message)).hasSize(1);
        assertThat(Opened.bytes(message, 1)).isEqualTo(document);
    }

    @Test
    void p28_fileThatIsElsewhereShouldSayWhere() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .startFile()
                .fileProperties(list -> list.text(0x3707, "plan.pdf")
                        .number(0x3705, 7)
                        .text(0x370d, "https://drive.example.org/plan.pdf")));
        assertThat(Opened.names(message)).containsExactly("plan.pdf.txt");
        assertThat(Opened.bytes(message, 1))
                .isEqualTo("https://drive.example.org/plan.pdf".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void p28_fileWithoutContentShouldStillBeListed() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .startFile()
                .attribute(2, 0x00018010, "lost.txt\0".getBytes(StandardCharsets.US_ASCII)));
        assertThat(Opened.names(message)).containsExactly("lost.txt");
        assertThat(message.warnings()).contains("A file in a winmail.dat has no content.");
    }

    @Test
    void contentBeforeNameAndNoStartShouldBeTwoFiles() throws Exception {
        MailMessage message = Opened.of(new TnefWriter()
                .attribute(2, 0x0006800f, ONE)
                .attribute(2, 0x00018010, "one.txt\0".getBytes(StandardCharsets.US_ASCII))
                .attribute(2, 0x0006800f, TWO));
        assertThat(Opened.names(message)).hasSize(2).first().isEqualTo("one.txt");
        assertThat(Opened.bytes(message, 2)).isEqualTo(TWO);
    }

    @Test
    void whatOnlyCallsItselfWinmailShouldStayClosedAndSaySo() throws Exception {
        byte[] other = Arrays.copyOf(ONE, 100);
        RawSource mail = RawSource.of(("Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
                        + Base64.getEncoder().encodeToString(other))
                .getBytes(StandardCharsets.US_ASCII));
        MailMessage message = ((Changed) Opened.result(mail)).message();
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.warnings()).anyMatch(warning -> warning.contains("is not what it says"));
    }
}
