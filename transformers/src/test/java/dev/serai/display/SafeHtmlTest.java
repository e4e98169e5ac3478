package dev.serai.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\tscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<iframe src=https://example.org></iframe>",
                "<form action=https://example.org><input name=alert></form>",
                "<style>@import url(https://example.org/alert.css)</style>",
                "<p style=\"background:url(https://example.org/alert)\">x</p>",
                "<p style=\"width:expression(alert(1))\">x</p>",
                "<p style=\"color:red;position:fixed;top:0\">alert</p>",
                "<meta http-equiv=refresh content='0;url=https://example.org/alert'>",
                "<base href=https://example.org/><a href=alert>x</a>",
                "<object data=alert></object><embed src=alert><link rel=stylesheet href=alert>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<table background=https://example.org/alert><tr><td>x</table>",
                "<video src=https://example.org/alert autoplay></video>",
            })
    void p52_nothingShouldRunLoadOrCover(String html) {
        assertThat(body(html, false))
                .doesNotContain("alert(", "javascript:", "onerror", "<script", "<style", "<svg", "<iframe", "<form")
                .doesNotContain(
                        "url(", "position", "expression", "http-equiv", "<object", "<link", "background=", "<video")
                .doesNotContain("<base", "data:text", "href=\"alert\"");
    }

    @Test
    void p52_pictureOfTheMailShouldComeFromItsAttachment() {
        assertThat(body("<img src=\"cid:logo%40x\" alt=Logo width=10><img src=cid:other>", false))
                .isEqualTo("<img src=\"/a/logo@x\" alt=\"Logo\" width=\"10\"><img src=\"/a/other\">");
    }

    @ParameterizedTest
    @CsvSource({
        "false,<img alt=\"x\">",
        "true,<img src=\"https://example.org/x.png\" alt=\"x\">",
    })
    void p52_pictureFromElsewhereShouldNeedConsent(boolean remote, String expected) {
        assertThat(body("<img src=https://example.org/x.png alt=x>", remote)).isEqualTo(expected);
    }

    @Test
    void p52_linkShouldTellNobodyWhereItWasFollowed() {
        assertThat(body("<a href=https://example.org/ onclick=x target=_top>x</a>", false))
                .isEqualTo(
                        "<a href=\"https://example.org/\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>");
    }

    @Test
    void ordinaryMailShouldLookAsItWasWritten() {
        String html =
                "<p style=\"color: #123456; font-size: 12px\">Größe <b>5</b></p><table><tbody><tr><td bgcolor=\"red\">x</td></tr></tbody></table>";
        assertThat(body(html, false)).isEqualTo(html);
    }

    @Test
    void backgroundOfTheWholeMailShouldStayBehindLightLetters() {
        assertThat(SafeHtml.page(
                        "<body bgcolor=black text='#eee;position:fixed' style='margin:0;background:url(x)'>x",
                        id -> "",
                        false))
                .endsWith("</head><body style=\"background-color:black; color:#eee; margin:0\">x</body></html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"margin:-9px", "margin-top: 1px -2px", "margin:calc(1px)", "margin-inline:0", "margin:1e9"})
    void p52_nothingShouldBeMovedOverOtherThings(String style) {
        assertThat(body("<p style=\"" + style + "\">x</p>", false)).isEqualTo("<p>x</p>");
    }

    @Test
    void textThatTheSenderHidShouldStayHidden() {
        assertThat(body("<div style=\"display:none; margin: 0 auto\">x</div>", false))
                .isEqualTo("<div style=\"display:none; margin: 0 auto\">x</div>");
    }

    @Test
    void p50_hostilePageShouldNotTakeLong() {
        String deep = "<div style='color:red'>".repeat(100_000);
        String styles = "<p style='" + "color:rgb(1,".repeat(300) + "'>";
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> SafeHtml.page(styles + deep, id -> "", false));
    }

    private static String body(String html, boolean remote) {
        String page = SafeHtml.page(html, id -> "/a/" + id, remote);
        return page.substring(page.indexOf("<body>") + 6, page.indexOf("</body>"));
    }
}
