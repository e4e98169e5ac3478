package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.serai.display.SafeHtml;
import dev.serai.testing.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTML of hostile mail in a real browser: what a reader of HTML thinks is harmless, another one may run. */
class HtmlInBrowserTest {
    /** Each tries to run {@code hit()}, or to load or follow something of a server of its own. */
    private static final List<String> HOSTILE = List.of(
            "<script>hit()</script><script src=http://evil.invalid/a.js></script>",
            "<img src=x onerror=hit()><img srcset='http://evil.invalid/1 1x'>",
            "<img src='http://evil.invalid/&#9;2'><img src=//evil.invalid/3><input type=image src=//evil.invalid/4>",
            "<svg onload=hit()><script>hit()</script><image href=http://evil.invalid/5 /><animate onbegin=hit()></svg>",
            "<svg><style><img src=x onerror=hit()></style></svg>",
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=hit()&gt;'>",
            "<math><annotation-xml encoding='text/html'><style><img src=x onerror=hit()></style></annotation-xml></math>",
            "<noscript><p title='</noscript><img src=x onerror=hit()>'></noscript>",
            "<noembed><p title='</noembed><img src=x onerror=hit()>'></noembed><xmp><p title='</xmp><svg onload=hit()>'>",
            "<template><img src=x onerror=hit()></template><select><style></select><svg onload=hit()></style></select>",
            "<!-- <!-- --><img src=x onerror=hit()> --><!--><svg onload=hit()>--><!--!><svg onload=hit()>",
            "<form action=http://evil.invalid/6><button formaction='javascript:hit()' autofocus onfocus=hit()>x</button></form>",
            "<form id=x><math><mtext></form><form><mglyph><style></math><img src=x onerror=hit()>",
            "<meta http-equiv=refresh content='0;url=http://evil.invalid/7'><meta http-equiv=refresh content='0;javascript:hit()'>",
            "<base href=http://evil.invalid/8/><link rel=stylesheet href=http://evil.invalid/9><link rel=prefetch href=//evil.invalid/10>",
            "<style>@import 'http://evil.invalid/11'; body{background:url(http://evil.invalid/12)}</style>",
            "<p style='background:url(http://evil.invalid/13)'>x</p><p style='color:red;background-color:u\\72l(//evil.invalid/14)'>x</p>",
            "<p style='list-style-type:url(http://evil.invalid/15);border:image-set(\"//evil.invalid/16\" 1x)'>x</p>",
            "<table background=http://evil.invalid/17><tr><td background=http://evil.invalid/18>x</table><body background=//evil.invalid/19>",
            "<iframe src=http://evil.invalid/20></iframe><iframe srcdoc='<script>parent.hit()</script>'></iframe>",
            "<object data=http://evil.invalid/21></object><embed src=http://evil.invalid/22><applet code=x></applet>",
            "<video src=http://evil.invalid/23 poster=http://evil.invalid/24 autoplay onerror=hit()></video><audio src=x onerror=hit()>",
            "<details open ontoggle=hit()>x</details><marquee onstart=hit()>x</marquee><body onload=hit() onpageshow=hit()>",
            "<a href='java&#9;script:hit()'>x</a><a href=' &#1;javascript:hit()'>x</a><a href='data:text/html,x'>x</a><a href='javascript&colon;hit()'>x</a>",
            "<a href='http://evil.invalid/' ping='http://evil.invalid/25'>x</a>");

    private static final String ALL = String.join("\n", HOSTILE);

    private static RestHub hub;
    private static Browser browser;

    private final List<String> events = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder, Map.of(), Map.of());
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        hub.close();
    }

    /** Without the policy that a browser gets beside the page, so that nothing but the cleaning is tried. */
    @Test
    void p52_cleanedHtmlAloneShouldRunNothingAndAskNobody() {
        Page page = watched();
        page.navigate("about:blank");
        for (String hostile : HOSTILE) {
            page.setContent(SafeHtml.page(hostile, id -> "", false));
            follow(page);
            assertThat(events).as(hostile).isEmpty();
        }
    }

    @Test
    void p52_pageOfTheHubShouldRunNothingAndAskNobody() {
        byte[] mail =
                ("From: jo@example.org\r\nContent-Type: text/html\r\n\r\n" + ALL).getBytes(StandardCharsets.US_ASCII);
        String location = new Client(hub).mail("/api/v1/interactions", mail).header("Location");
        Page page = watched();
        page.navigate(hub.url(location + "/html"));
        follow(page);
        assertThat(events).containsExactly(hub.url(location + "/html"));
    }

    @Test
    void newsletterOfADesktopShouldFitAPhone() {
        Page phone = browser.phonePage();
        phone.setContent(SafeHtml.page(
                "<table width=100%><tr><td><table width=640><tr><td>Hello " + "word ".repeat(80)
                        + "<img width=640 height=160><pre>" + "1".repeat(200) + "</pre></table></table>",
                id -> "",
                false));
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    /** Elements that wait for a hand: links with words that run. */
    private static void follow(Page page) {
        page.evaluate("document.querySelectorAll('a,button,details').forEach("
                + "one => { if (!/^http/.test(one.href || '')) { one.click(); } })");
    }

    private Page watched() {
        Page page = browser.page();
        page.exposeFunction("hit", arguments -> events.add("hit"));
        page.onRequest(request -> events.add(request.url()));
        page.onDialog(dialog -> {
            events.add(dialog.message());
            dialog.dismiss();
        });
        return page;
    }
}
