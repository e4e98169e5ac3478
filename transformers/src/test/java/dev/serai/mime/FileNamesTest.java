package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=\"../../evil.sh\"|evil.sh",
                "filename=\"C:\\Users\\jo\\offer.doc\"|offer.doc",
                "filename=\"..\"|attachment-1.pdf",
                "filename=offer (2).pdf|offer (2).pdf",
                "filename=\"=?utf-8?Q?B=C3=BCro.pdf?=\"|Büro.pdf",
                "filename=\"=?utf-8?Q?B=C3=BCro?= =?utf-8?Q?.pdf?=\"|Büro.pdf",
                "filename*=iso-8859-1'de'B%FCro.pdf|Büro.pdf",
                "filename=x.pdf; filename*=utf-8''B%C3%BCro.pdf|Büro.pdf",
                "filename*0=\"a very long \"; filename*1=\"name.pdf\"|a very long name.pdf",
                "filename=\"say \\\"hi\\\".pdf\"|say \"hi\".pdf",
                "filename=\"a.jpg; boundary=x\"|a.jpg; boundary=x",
                "size=3|attachment-1.pdf",
            })
    void p37_p39_nameShouldBeReadableAndSafe(String parameter, String expected) {
        String name = Mails.read(
                        "Content-Type: application/pdf", "Content-Disposition: attachment; " + parameter, "", "x")
                .attachments()
                .get(0)
                .name();
        assertThat(name).isEqualTo(expected);
    }

    @Test
    void longNameShouldKeepItsExtension() {
        assertThat(FileNames.safe("x".repeat(400) + ".pdf")).hasSize(255).endsWith("x.pdf");
    }

    @Test
    void p38_sameNamesShouldBothStay() {
        assertThat(Mails.read(
                                "Content-Type: multipart/mixed; boundary=b",
                                "",
                                "--b",
                                "Content-Type: image/png; name=a.png",
                                "",
                                "1",
                                "--b",
                                "Content-Type: image/png; name=a.png",
                                "",
                                "2",
                                "--b--")
                        .attachments())
                .hasSize(2);
    }
}
