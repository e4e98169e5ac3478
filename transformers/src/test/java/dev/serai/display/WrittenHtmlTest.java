package dev.serai.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write as HTML leaves as they wrote it, but for what could do something at who reads it. */
class WrittenHtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p>a<script>alert(1)</script>b</p>|<p>ab</p>|<script>",
                "<p onclick=\"x()\">a</p>|<p>a</p>|onclick",
                "<a href=\"javascript:x()\">a</a>|<a>a</a>|href of <a>",
                "<a href=\"java&#10;script:x()\">a</a>|<a>a</a>|href of <a>",
                "<a href=\" &#1;JavaScript:x()\">a</a>|<a>a</a>|href of <a>",
                "<a href=\"data:text/html,x\">a</a>|<a>a</a>|href of <a>",
                "<img src=\"vbscript:x\" alt=\"a\">|<img alt=\"a\">|src of <img>",
                "<form action=\"http://e.example/\">a<input name=\"p\"><button>b</button></form>|ab|<button>, <form>, <input>",
                "a<iframe src=\"http://e.example/\"></iframe>|a|<iframe>",
                "a<object data=\"x\"><embed src=\"x\"></object>|a|<embed>, <object>",
                "a<svg onload=\"x()\"><a href=\"x\">b</a></svg>|a|<svg>",
                "<p style=\"width:expression(x())\">a</p>|<p>a</p>|style",
                "<p style=\"background:url(javascript:x)\">a</p>|<p>a</p>|style",
                "a<!--[if mso]><script>x</script><![endif]-->|a|<!--[if]-->",
                "<p>a<foo>b</foo></p>|<p>ab</p>|<foo>"
            })
    void whatCouldDoSomethingShouldBeLeftOutAndNamed(String written, String left, String removed) {
        WrittenHtml html = WrittenHtml.of(written);

        assertThat(html.html()).isEqualTo(left);
        assertThat(html.removed()).contains(removed.split(", "));
        assertThat(html.warnings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<P class=big>Dear Jo,<BR>see <a href='https://example.com/?a=1&b=2' target=_blank>this</a>",
                "<!DOCTYPE html><html><head><style>p { color: red }</style></head><body><p>a</p></body></html>",
                "<img src=\"cid:logo\"><img src=\"https://example.com/l.png\" width=10><!-- hello -->",
                "<table border=1><tr><td style=\"padding: 4px\">a &lt;b&gt;</td></tr></table>",
                "<a href=\"mailto:jo@example.org\">a</a><a href=\"#top\">b</a><a href=\"/x:y\">c</a>"
            })
    void whatIsHarmlessShouldStayAsItWasWritten(String written) {
        WrittenHtml html = WrittenHtml.of(written);

        assertThat(html.html()).isEqualTo(written);
        assertThat(html.warnings()).isEmpty();
    }

    @Test
    void theHeadOfAWholePageShouldStay() {
        WrittenHtml html = WrittenHtml.of(
                "<html><head><meta http-equiv=refresh content=\"0;url=x\"><style>p { color: red }</style></head><body onload=x()>a</body></html>");

        assertThat(html.html()).isEqualTo("<html><head><style>p { color: red }</style></head><body>a</body></html>");
        assertThat(html.removed()).containsExactly("<meta http-equiv>", "onload");
    }
}
