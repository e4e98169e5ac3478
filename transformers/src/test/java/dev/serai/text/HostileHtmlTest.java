package dev.serai.text;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote>a</blockquote>",
                "<p>on 1:</p><blockquote>a</blockquote>",
                "<blockquote type=cite>",
                "<td>a",
                "<div id=appendonsend></div>",
                "<div class=gmail_quote><blockquote>",
                "<div class=gmail_signature>a</div>",
                "<div style='border-top:solid #E1E1E1'>a",
                "<ol><li>a",
                "<a href='https://x.org/y'>",
                "<p style='display:none'>"
            })
    void p50_pageOfOneThingShouldNotTakeLong(String piece) {
        String html = "<table>" + piece.repeat(4_900 / piece.split("<", -1).length) + "gmail_quote";
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> NewText.of("", html));
    }
}
