package dev.serai.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename*1=\"name.pdf\"; filename*0=\"a very long \"|a very long name.pdf",
                "filename*0=\"offer-\"; filename*2=\".pdf\"|offer-.pdf",
                "filename*1=offer; filename*2=.pdf|offer.pdf",
                "filename*0*=utf-8''B%C3; filename*1*=%BCro; filename*2=.pdf|Büro.pdf",
                "filename*0*=utf-8''B%C3%BC; filename*1=\"ro 100%.pdf\"|Büro 100%.pdf",
                "filename*=B%C3%BCro.pdf|Büro.pdf",
                "filename*=utf-8''B%FCro.pdf|Büro.pdf",
                "filename=utf-8''B%C3%BCro.pdf|Büro.pdf",
                "filename=\"utf-8''B%C3%BCro.pdf\"|Büro.pdf",
                "filename*=\"utf-8''B%C3%BCro.pdf\"|Büro.pdf",
                "filename*0=\"=?utf-8?Q?B=C3=BC\"; filename*1=\"ro.pdf?=\"|Büro.pdf",
                "filename==?utf-8?B?QsO8cm8ucGRm?=|Büro.pdf",
                "filename=\"=?utf-8?B?QsO8cm8u?=~ =?utf-8?B?cGRm?=\"|Büro.pdf",
                "FileName = \"offer.pdf\" |offer.pdf",
                "filename=\"offer.pdf|offer.pdf",
                "filename=offer.pdf;filename=other.pdf|offer.pdf",
                "filename=\"\"; name=x; filename*0=; filename*1=offer.pdf|offer.pdf",
            })
    void p37_fileNameShouldBeWholeHoweverItIsWritten(String parameter, String expected) {
        assertThat(name("Content-Disposition: attachment; " + parameter.replace("~", "\r\n")))
                .isEqualTo(expected);
    }

    @Test
    void p37_rawBytesInAFileNameShouldBeRead() {
        assertThat(Mails.read(
                                Charset.forName("windows-1251"),
                                "Content-Disposition: attachment; filename=\"Договор на поставку.doc\"",
                                "",
                                "x")
                        .attachments()
                        .get(0)
                        .name())
                .isEqualTo("Договор на поставку.doc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: application/pdf; name=offer.pdf|offer.pdf",
                "Content-Description: offer.pdf|offer.pdf",
                "Content-Description: The offer that you wanted|attachment-1.bin",
                "Content-Location: http://example.org/a/offer.pdf?x=1|offer.pdf",
                "Content-Location: offer.pdf|offer.pdf",
            })
    void p38_nameShouldBeFoundWhereverItStands(String header, String expected) {
        assertThat(name(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?Gr=C3=B6=C3=9Fe?==?utf-8?Q?_und?=|Größe und",
                "=?utf-8?B?R3LDtsOf?=~ =?utf-8?B?ZQ?=|Größe",
                "=?utf-8?B?R3LDtsO?=~ =?utf-8?B?n2U=?=|Größe",
                "=?utf-8*de?q?Gr=c3=b6=c3=9fe?=|Größe",
                "=?iso-8859-1?Q?Gr=F6=DFe?= =?utf-8?Q?_=E2=82=AC?=|Größe €",
                "=?UTF8?Q?Größe?=|Größe",
                "=?unknown-8bit?Q?Gr=C3=B6=C3=9Fe?=|Größe",
                "=?utf-8?Q??= x|x",
                "=?x?=|=?x?=",
            })
    void encodedWordsShouldBeReadHoweverBroken(String subject, String expected) {
        assertThat(Mails.read("Subject: " + subject.replace("~", "\r\n"), "", "x")
                        .subject())
                .isEqualTo(expected);
    }

    private static String name(String header) {
        String type = header.startsWith("Content-Type") ? "X-None: x" : "Content-Type: application/x-foo";
        return Mails.read(type, header, "", "x").attachments().get(0).name();
    }
}
