package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Structures that break other readers: each must give a text and a file. Lines end at a tilde. */
class StructureTest {
    private static final String HEAD = "From: a@example.org~Content-Type: multipart/mixed; boundary=\"b\"~~";
    private static final String BODY =
            "--b~Content-Type: text/plain~~hello~--b~Content-Type: application/pdf~Content-Transfer-Encoding: base64~~QUJD~--b--~";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From a@example.org Mon Jan  1 00:00:00 2024~" + HEAD + BODY,
                ">From a@example.org Mon Jan  1 00:00:00 2024~" + HEAD + BODY,
                "~~" + HEAD + BODY,
                "From: a@example.org~Content-Type: multipart/mixed; boundary=\"b\"~" + BODY,
                "From: a@example.org~: odd~Content-Type: multipart/mixed; boundary=\"b\"~~" + BODY,
                "From: a@example.org~Content-Type : multipart/mixed;~\tboundary=b (x)~~" + BODY,
                "From: a@example.org~Content-Type: multipart/mixed; boundary=\"b~~" + BODY,
                "From: a@example.org~Content-Type: multipart/mixed boundary=\"b\"~~" + BODY,
                "From: a@example.org~Content-Type: multipart/mixed, boundary=\"b \"~~" + BODY,
                "From: a@example.org~Content-Type: multipart/mixed~~" + BODY,
                "From: a@example.org~Content-Type: multipart/mixed; boundary=\"\"~~preamble~" + BODY,
                "From: a@example.org~Content-Type: multipart/x-new; boundary*0=\"b\"; boundary*1=\"\"~~" + BODY,
                "From: a@example.org~Content-Transfer-Encoding: quoted-printable~Content-Type: multipart/mixed; boundary=b~~"
                        + BODY,
            })
    void damagedHeadShouldLoseNoPart(String mail) {
        MailMessage message = read(mail);
        assertThat(leaves(message)).isEqualTo("text/plain,application/pdf");
        assertThat(message.text()).isEqualTo("hello");
        assertThat(message.attachments().get(0).size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\r\r\n"})
    void anyLineEndShouldDo(String end) {
        assertThat(leaves(Mails.read((HEAD + BODY).replace("~", end).getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("text/plain,application/pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b  ~", "--b~--b~", "preamble~--bb~--b\t~"})
    void oddDelimitersShouldLoseNothing(String first) {
        assertThat(leaves(read(HEAD + BODY.replaceFirst("--b~", first)))).isEqualTo("text/plain,application/pdf");
    }

    @Test
    void innerMultipartThatIsNotClosedShouldEndWithTheOuterOne() {
        assertThat(leaves(read(HEAD
                        + "--b~Content-Type: multipart/alternative; boundary=bb~~--bb~~x~--bb~Content-Type: text/html~~y~"
                        + "--b~Content-Type: image/png~~z~--b--")))
                .isEqualTo("text/plain,text/html,image/png");
    }

    @Test
    void sameDelimiterInsideShouldLoseNothing() {
        assertThat(leaves(read(HEAD
                        + "--b~Content-Type: multipart/alternative; boundary=b~~--b~~x~--b~Content-Type: text/html~~y~--b--~"
                        + "--b~Content-Type: image/png~~z~--b--")))
                .isEqualTo("text/plain,text/html,image/png");
    }

    @ParameterizedTest
    @CsvSource({
        "message/partial; id=x; number=1,message/partial",
        "message/external-body; access-type=x,message/external-body",
        "multipart/appledouble,multipart/appledouble",
        "text,text/plain",
        "application,text/plain",
        "text/html charset=utf-8,text/html",
        "'\"text/html\"',text/html",
    })
    void oddTypeShouldBeOneLeaf(String type, String expected) {
        assertThat(leaves(read("From: a@example.org~Content-Type: " + type + "~~Subject: x~~y~")))
                .isEqualTo(expected);
    }

    @Test
    void appleDoubleShouldGiveBothParts() {
        assertThat(leaves(read(
                        "Content-Type: multipart/appledouble; boundary=b~~--b~Content-Type: application/applefile~~x~"
                                + "--b~Content-Type: image/gif~~y~--b--")))
                .isEqualTo("application/applefile,image/gif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64;", "\"base64\"", "BASE-64", " base64 ", "Base64 (x)"})
    void transferEncodingShouldBeUnderstood(String encoding) {
        assertThat(read("Content-Type: image/png~Content-Transfer-Encoding: " + encoding + "~~QUJD~")
                        .parts()
                        .get(0)
                        .size())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "From: a@example.org~Subject: x", "~hello", "hello there~it is me~"})
    void p49_nextToNothingShouldBeAMailWithOneLeaf(String mail) {
        assertThat(read(mail).parts()).hasSize(1);
    }

    @Test
    void p49_emptyMultipartShouldEnd() {
        assertThat(read(HEAD + "--b--~").parts()).hasSize(1);
        assertThat(read(HEAD + "--b~--b~--b--~").parts()).hasSize(1);
    }

    @Test
    void p49_mailWithoutSubjectDateAndSenderShouldBeRead() {
        MailMessage message = read("X: y~~hello");
        assertThat(message.subject()).isEmpty();
        assertThat(message.date()).isNull();
        assertThat(message.from()).isNull();
    }

    @Test
    void lineOf10MegabytesShouldBeRead() {
        MailMessage message = read(HEAD + "--b~Content-Type: text/plain~~" + "x".repeat(10 << 20) + "~"
                + "--b~Content-Type: image/png~~z~--b--");
        assertThat(message.parts()).extracting(MailPart::size).containsExactly(10L << 20, 1L);
    }

    private static String leaves(MailMessage message) {
        return message.parts().stream().map(MailPart::contentType).collect(Collectors.joining(","));
    }

    private static MailMessage read(String mail) {
        return Mails.read(mail.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
