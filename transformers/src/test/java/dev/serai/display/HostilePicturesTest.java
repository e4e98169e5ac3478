package dev.serai.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources of pictures that are written so that two readers read two addresses. */
class HostilePicturesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pic&#1;ture.invalid/abc",
                "https://pic&#9;ture.invalid/abc",
                "https://pic\nture.invalid/7",
                "ht&#10;tps://pic&#13;ture.invalid/-1",
                "https://picture.invalid/99999999999999999999",
                "https://PICTURE.invalid/0",
                "https:picture.invalid/0",
            })
    void p52_addressThatTheHubUsesItselfShouldGo(String source) {
        assertThat(body("<img src=\"cid:a\"><img src=\"" + source + "\">", true))
                .isEqualTo("<img src=\"/a/a\"><img>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java&#9;script:alert(1)",
                "&#1;javascript:alert(1)",
                "data:text/html;base64,PHNjcmlwdD4=",
                "data:image/svg+xml;base64,PHN2Zz4=",
                "data:image/png,<svg onload=alert(1)>",
                "data:&#9;image/svg+xml;base64,PHN2Zz4=",
                "//example.org/spy.png",
                "\\\\example.org\\spy.png",
                "/api/v1/queues",
                "file:///etc/passwd",
                "ftp://example.org/spy.png",
                "blob:https://example.org/1",
                "vbscript:x",
            })
    void p52_sourceThatIsNoPictureShouldGo(String source) {
        assertThat(body("<img src=\"" + source + "\">", false)).isEqualTo("<img>");
        assertThat(body("<img src=\"" + source + "\">", true)).isEqualTo("<img>");
    }

    @ParameterizedTest
    @CsvSource({
        "ci&#10;d:logo, /a/logo",
        "'  CID:logo', /a/logo",
        "ht&#9;tps://example.org/x.png, https://example.org/x.png",
        "'data:image/png;base64,AA\n AA', 'data:image/png;base64,AA AA'",
    })
    void pictureShouldBeReadAsABrowserReadsIt(String source, String expected) {
        assertThat(body("<img src=\"" + source + "\">", true)).isEqualTo("<img src=\"" + expected + "\">");
    }

    private static String body(String html, boolean remote) {
        String page = SafeHtml.page(html, id -> "/a/" + id, remote);
        return page.substring(page.indexOf("<body>") + 6, page.indexOf("</body>"));
    }
}
