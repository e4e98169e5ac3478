package dev.serai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one</p><p>two</p>|one~~two",
                "one<br>two<br><br>three|one~two~~three",
                "<div>one</div><div>two</div>|one~two",
                "<ul><li>a</li><li>b</li></ul>|- a~- b",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>|a^b~c^d",
                "see <a href='https://x.org/1'>here</a>.|see here <https://x.org/1>.",
                "<a href='https://x.org'>x.org</a>|x.org",
                "<p>a  lot\tof   space</p>|a lot of space",
                "<head><title>no</title><style>p{}</style></head><script>no()</script>yes|yes",
                "a&nbsp;&amp;&lt;b|a &<b",
                "<img src='cid:x' alt='logo'> text|logo text",
                "<b>a</b><i>b</i>|ab",
                "<p>x</p><ol start=3><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol><p>y</p>|x~~3. a~  - b~  - c~4. d~~y",
                "<div style='display: none; max-height:0'>Preview</div><p>Hello</p>|Hello",
                "<div style='max-height:0px;overflow:hidden'>Preview</div><p>Hello</p>|Hello",
                "<td style='font-size:0px'><div style='font-size:13px'>shown</div></td>|shown",
                "<p hidden>no</p>yes|yes",
                "<a href='mailto:a@x.org'>Eva</a> <a href='mailto:a@x.org'>a@x.org</a>|Eva <a@x.org> a@x.org",
                "<dl><dt>Term</dt><dd>Meaning</dd></dl>|Term~  Meaning",
                "a&#8203;b &euro;&#128512;|ab €😀",
            })
    void pageShouldBecomeReadableText(String html, String expected) {
        assertThat(HtmlText.of(html)).isEqualTo(expected.replace('~', '\n').replace('^', '\t'));
    }

    @Test
    void preformattedTextShouldKeepItsLines() {
        assertThat(HtmlText.of("<pre>a\n  b\n</pre>")).isEqualTo("a\n  b");
    }

    @Test
    void p50_hostilePageShouldNotTakeLong() {
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> HtmlText.of("<div><a href='https://x.org/'>".repeat(30_000) + "<table>".repeat(20_000)));
    }

    @Test
    void p51_pageOfTagsShouldBeCut() {
        String page = "<b>x</b>".repeat(HtmlText.MOST_TAGS);

        assertThat(HtmlText.isCut(page)).isTrue();
        assertThat(HtmlText.of(page)).hasSize(HtmlText.MOST_TAGS / 2);
    }

    @Test
    void p51_longPageShouldBeCut() {
        assertThat(HtmlText.of("x ".repeat(3 << 20)).length()).isLessThanOrEqualTo(HtmlText.LONGEST);
    }
}
