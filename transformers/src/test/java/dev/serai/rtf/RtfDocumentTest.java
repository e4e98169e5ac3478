package dev.serai.rtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtfDocumentTest {
    /** The example of MS-OXRTFCP section 3.1. */
    private static final String COMPRESSED =
            "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232" + "0af32068656c090020627705b06c647d0a800fa0";

    @Test
    void p28_compressedExampleOfTheSpecificationShouldBeInflated() {
        byte[] rtf = CompressedRtf.inflate(HexFormat.of().parseHex(COMPRESSED));
        assertThat(new String(rtf, StandardCharsets.US_ASCII))
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        assertThat(RtfDocument.read(rtf).text()).isEqualTo("hello world");
    }

    @Test
    void wrongChecksumShouldNotMatter() {
        byte[] bytes = HexFormat.of().parseHex(COMPRESSED);
        bytes[12] ^= 1;
        assertThat(RtfDocument.read(CompressedRtf.inflate(bytes)).text()).isEqualTo("hello world");
    }

    /** The example of MS-OXRTFCP section 3.2. */
    @Test
    void referencesThatOverlapShouldRepeat() {
        byte[] bytes = HexFormat.of().parseHex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");
        assertThat(new String(CompressedRtf.inflate(bytes), StandardCharsets.US_ASCII))
                .isEqualTo("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    }

    @Test
    void paragraphsListsAndTablesShouldBeReadable() {
        assertThat(text("{\\rtf1\\ansi Hello,\\par\\par {\\listtext\\'95\\tab}one\\par{\\pntext\\'95\\tab}two\\par "
                        + "a\\cell b\\row c{\\*\\unknown hidden}{\\pict 0102}{\\info{\\author me}}}"))
                .isEqualTo("Hello,\n\n\u2022\tone\n\u2022\ttwo\na\tb\nc");
    }

    @Test
    void charactersShouldBeOfTheFontsCharset() {
        String fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Gothic;}"
                + "{\\f3\\fcharset2 Symbol;}{\\f4\\cpg1253 Greek;}}";
        assertThat(text("{\\rtf1\\ansi\\ansicpg1252" + fonts
                        + "\\f0 Gr\\'fc\\'dfe {\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} "
                        + "{\\f2 \\'93\\'fa\\'96\\'7b\\'8c\\'ea} {\\f3\\'b7} {\\f4 \\'e1} \\'e4}"))
                .isEqualTo("Grüße Привет 日本語 \u2022 α ä");
    }

    @Test
    void charactersOfSeveralBytesMayBeSpeltInAnyWay() {
        assertThat(text("{\\rtf1\\ansi\\ansicpg932 \\'83A\\'83\\'5c\\'83\\\\ x}"))
                .isEqualTo("アソソ x");
    }

    @Test
    void unicodeShouldReplaceItsFallback() {
        assertThat(text("{\\rtf1\\ansi\\uc1 \\u8364?uro \\u-3913?{\\uc2 \\u26085\\'93\\'fax}\\uc0\\u233 t\\u233"
                        + " {\\uc1\\u55357?\\u56832?}}"))
                .isEqualTo("€uro \uf0b7日xété😀");
    }

    @Test
    void linkShouldSayWhereItGoes() {
        assertThat(
                        text(
                                "{\\rtf1 see {\\field{\\*\\fldinst{HYPERLINK \"https://example.org/a\"}}{\\fldrslt{\\ul our page}}}"
                                        + " or {\\field{\\*\\fldinst HYPERLINK \"http://example.org/\"}{\\fldrslt example.org}}}"))
                .isEqualTo("see our page <https://example.org/a> or example.org");
    }

    @Test
    void p28_htmlShouldComeOutAsItWentIn() {
        String rtf = "{\\rtf1\\ANSI\\ansicpg1251\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fmodern Courier New;}"
                + "{\\f1\\fcharset204 Arial;}}{\\colortbl\\red0\\green0\\blue0;}\n\\uc1\\pard\\plain\\deftab360 \\f0\\fs24 "
                + "{\\*\\htmltag19 <html>}{\\*\\htmltag34 <head>}{\\*\\htmltag161 <style>\\{a\\}</style>}{\\*\\htmltag50 <body>}"
                + "\\htmlrtf \\lang1033 \\htmlrtf0 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 "
                + "{\\*\\htmltag84 <a title=\"\\'cf\">}\\htmlrtf {\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt\\htmlrtf0"
                + " \\htmlrtf\\f1\\htmlrtf0 \\'cf\\'f0\\u1080?\\'e2\\lquote\\htmlrtf }}\\htmlrtf0{\\*\\htmltag92 </a>}"
                + "{\\*\\htmltag84 &lt;}\\htmlrtf <\\htmlrtf0 {\\*\\htmltag116 <br>}\\htmlrtf \\line\\htmlrtf0 \\tab x"
                + "{\\*\\mhtmltag84 <img src=\"other\">}{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0 {\\*\\htmltag58 </body>}"
                + "{\\*\\htmltag27 </html>}}";
        RtfDocument document = read(rtf);
        assertThat(document.html())
                .isEqualTo(
                        "<html><head><style>{a}</style><body><p><a title=\"П\">Прив\u2018</a>&lt;<br>\tx</p></body></html>");
        assertThat(document.text()).isEmpty();
    }

    @Test
    void p28_plainTextInRtfShouldComeOutAsItWentIn() {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromtext \\fbidi \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}"
                + "\\htmlrtf {\\b\\htmlrtf0 Hello \\{you\\},\\htmlrtf }\\htmlrtf0\\par\n\\tab caf\\'e9\\par\n}";
        assertThat(read(rtf)).isEqualTo(new RtfDocument("Hello {you},\n\tcafé", null));
    }

    @Test
    void p31_anyBytesShouldBeRead() {
        Random random = new Random(31);
        byte[] rtf =
                "{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0\\fcharset128 A;}}{\\*\\htmltag64 <p>}\\u8364?\\bin3 abc\\'93}"
                        .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = java.util.Arrays.copyOf(rtf, random.nextInt(rtf.length + 1));
            for (int j = 0; j < 4 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> RtfDocument.read(damaged)).doesNotThrowAnyException();
        }
        assertThat(text("{".repeat(100_000) + "deep" + "}".repeat(200_000))).isEqualTo("deep");
        assertThat(text("{\\rtf1 a\\bin99999999999 b")).isEqualTo("a");
    }

    @Test
    void p31_inflatingShouldBeBounded() {
        byte[] bomb = new byte[6 << 20];
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 0x75465a4c);
        java.util.Arrays.fill(bomb, 16, bomb.length, (byte) 0xff);
        assertThat(CompressedRtf.inflate(bomb).length).isLessThan(CompressedRtf.LONGEST + 200);
    }

    private static RtfDocument read(String rtf) {
        return RtfDocument.read(rtf.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(String rtf) {
        return read(rtf).text();
    }
}
