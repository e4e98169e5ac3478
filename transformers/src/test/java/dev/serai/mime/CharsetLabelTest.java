package dev.serai.mime;

import static dev.serai.mime.Mails.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.message.MailMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetLabelTest {
    private static final String RUSSIAN = "Здравствуйте, пришлите мне, пожалуйста, счёт за октябрь.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gb2312|GB18030|您好,请寄发票给我。镕",
                "cp936|GBK|您好",
                "ks_c_5601-1987|x-windows-949|안녕하세요 똠",
                "euc-kr|EUC-KR|안녕하세요",
                "iso-2022-kr|ISO-2022-KR|안녕하세요",
                "shift_jis|windows-31j|①髙橋です",
                "cp932|windows-31j|髙橋",
                "x-sjis|Shift_JIS|ありがとう",
                "euc-jp|EUC-JP|ありがとう",
                "iso-2022-jp|x-windows-iso2022jp|ﾊﾝｶｸ ありがとう",
                "big5-hkscs|Big5-HKSCS|您好",
                "big5|Big5|您好",
                "koi8-r|KOI8-R|Привет",
                "koi8-u|KOI8-U|Привіт",
                "windows-1251|windows-1251|Привет",
                "tis-620|x-windows-874|สวัสดี",
                "iso-8859-8-i|windows-1255|שלום",
                "x-mac-roman|x-MacRoman|Größe",
                "macintosh|x-MacRoman|Größe",
                "utf-16|UTF-16LE|Größe ist gut",
                "utf-16|UTF-16|Größe",
                "utf-16le|UTF-16LE|Größe",
                "utf-16be|UTF-16BE|Größe",
                "'\"utf-8\"; format=flowed'|UTF-8|Größe",
                "iso-8859-1|windows-1252|„Größe“ 5 €",
                "us-ascii|windows-1252|„Größe“ 5 €",
                "ansi_x3.110-1983|windows-1252|Größe",
                "unknown-8bit|UTF-8|Größe",
                "x-unknown|windows-1252|Größe",
                "_autodetect_all|windows-1251|Здравствуйте пришлите мне счёт",
            })
    void textShouldBeReadInWhatTheLabelMeans(String label, Charset charset, String text) {
        assertThat(read(charset(label, text.getBytes(charset))).text().strip()).isEqualTo(text);
    }

    @Test
    void utf7ShouldBeReadInTextAndSubject() {
        MailMessage message = read(
                "Subject: =?utf-7?Q?Gr+APYA3w-e?=", "Content-Type: text/plain; charset=utf-7", "", "Gr+APYA3w-e +- 1");
        assertThat(message.subject()).isEqualTo("Größe");
        assertThat(message.text()).isEqualTo("Größe + 1");
    }

    @Test
    void hzShouldBeRead() {
        byte[] chinese = "己所不欲".getBytes(Charset.forName("GB18030"));
        StringBuilder seven = new StringBuilder();
        for (byte b : chinese) {
            seven.append((char) (b & 0x7f));
        }
        assertThat(read("Content-Type: text/plain; charset=hz-gb-2312", "", "This is ~{" + seven + "~} ~~")
                        .text())
                .isEqualTo("This is 己所不欲 ~");
    }

    @Test
    void utf8ThatCallsItselfLatinShouldBeRead() {
        assertThat(read("Content-Type: text/plain; charset=iso-8859-1", "", "Größe"))
                .satisfies(message -> {
                    assertThat(message.text()).isEqualTo("Größe");
                    assertThat(message.warnings()).contains("The text is UTF-8, not windows-1252 as it says.");
                });
    }

    @Test
    void textThatWasEncodedTwiceShouldBeDecodedTwice() {
        assertThat(read("Content-Type: text/plain; charset=utf-8", "", "GrÃ¶ÃŸe und HÃ¶he")
                        .text())
                .isEqualTo("Größe und Höhe");
    }

    @Test
    void textAboutDoubleEncodingShouldStay() {
        String text = "Statt Größe steht da GrÃ¶ÃŸe";
        assertThat(read("Content-Type: text/plain; charset=utf-8", "", text).text())
                .isEqualTo(text);
    }

    @Test
    void p32_escapesShouldBeSeenWhateverSingleByteLabelStandsThere() {
        assertThat(read(Charset.forName("ISO-2022-JP"), "Content-Type: text/plain; charset=iso-8859-1", "", "ありがとう")
                        .text())
                .isEqualTo("ありがとう");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "KOI8-R"})
    void unlabelledRussianShouldBeGuessed(String charset) {
        assertThat(read(Charset.forName(charset), "Subject: x", "", RUSSIAN).text())
                .isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "GBK,关于十月份发票的问题请尽快回复",
        "EUC-KR,안녕하세요 주문에 대해 질문이 있습니다",
        "EUC-JP,ご注文についてのお問い合わせありがとうございます",
        "Shift_JIS,ご注文についてのお問い合わせありがとうございます",
        "Big5,關於十月份發票的問題請盡快回覆",
        "windows-1251,Вопрос о моем заказе",
        "ISO-8859-1,Fragen zu Größe und Höhe"
    })
    void p35_rawSubjectShouldBeGuessed(Charset charset, String subject) {
        assertThat(read(charset, "Subject: " + subject, "", "x").subject()).isEqualTo(subject);
    }

    @Test
    void p35_rawSubjectShouldBeInTheCharsetOfTheText() {
        assertThat(read(
                        Charset.forName("GBK"),
                        "Subject: 发票",
                        "From: 王 <wang@example.org>",
                        "Content-Type: text/plain; charset=gb2312",
                        "",
                        "您好"))
                .satisfies(message -> {
                    assertThat(message.subject()).isEqualTo("发票");
                    assertThat(message.from().name()).isEqualTo("王");
                    assertThat(message.rawHeaders()).contains("发票");
                });
    }

    @Test
    void anyLabelOverAnyBytesShouldBeRead() {
        byte[] bytes = new byte[600];
        new java.util.Random(7).nextBytes(bytes);
        for (String name : Charset.availableCharsets().keySet()) {
            assertThat(read(charset(name, bytes)).parts()).as(name).hasSize(1);
        }
    }

    private static byte[] charset(String label, byte[] text) {
        byte[] head = ("Content-Type: text/plain; charset=" + label + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] mail = java.util.Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, mail, head.length, text.length);
        return mail;
    }
}
