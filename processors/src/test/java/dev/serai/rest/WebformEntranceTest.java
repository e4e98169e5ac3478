package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.PointName;
import dev.serai.rest.Wire.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may post to a web form, decided before its body is read; on a hub that wants keys. */
class WebformEntranceTest {
    private static final String SITE = "Origin: " + WebformHub.SITE;
    private static final String BODY = "email=jo@example.org&message=";

    @TempDir
    static Path folder;

    private static WebformHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = WebformHub.start(
                folder,
                Map.of("serai.http.authentication", "keys", "serai.http.proxies", "127.0.0.1"),
                Map.of(
                        "contact", "origins: '" + WebformHub.SITE + "', rate: 1000/s, maxSize: 1MB",
                        "own",
                                "rate: 1000/s, thanks: 'https://www.example.com/thanks?a=b', failed: 'https://www.example.com/sorry'",
                        "slow", "rate: 2/h",
                        "once", "rate: 1/h",
                        "crowd", "rate: 1/h",
                        "shut", "enabled: false",
                        "paused", "rate: 1000/s",
                        "plain", "rate: 1000/s, token: none"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    private static Reply ask(String method, String path, String... headers) {
        return Wire.send(hub.hub().port(), method, path, null, headers);
    }

    private static Reply post(String form, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + WebformHub.URL_ENCODED);
        return Wire.send(hub.hub().port(), "POST", "/api/v1/webforms/" + form, body, all.toArray(String[]::new));
    }

    private static String fresh() {
        return BODY + WebformHub.unique();
    }

    @Test
    void aPageOfTheSiteShouldPostWithoutAKeyAndReadTheAnswer() {
        Reply reply = post("contact", fresh(), SITE, "Sec-Fetch-Site: cross-site");

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.text())
                .containsIgnoringCase("access-control-allow-origin: " + WebformHub.SITE)
                .containsIgnoringCase("vary: origin")
                .doesNotContainIgnoringCase("access-control-allow-credentials");
    }

    @Test
    void aForeignPageShouldBeRefusedBeforeItsBodyIsRead() {
        int before = hub.interactions();
        for (String origin : List.of(
                "https://evil.example",
                "null",
                WebformHub.SITE + ".evil.example",
                "http://www.example.com",
                "https://www.example.com:444")) {
            Reply reply = ask(
                    "POST",
                    WebformHub.FORM,
                    "Origin: " + origin,
                    "Content-Type: " + WebformHub.URL_ENCODED,
                    "Content-Length: 5000000");
            assertThat(reply.status()).as(origin).isEqualTo(403);
            assertThat(reply.text()).as(origin).doesNotContainIgnoringCase("access-control-allow-origin");
        }

        assertThat(post("own", fresh(), SITE).status()).isEqualTo(403);
        assertThat(post("contact", fresh(), SITE, "Origin: https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(post("contact", fresh(), "Sec-Fetch-Site: cross-site").status())
                .isEqualTo(403);
        assertThat(hub.interactions()).isEqualTo(before);
    }

    @Test
    void whatSaysNothingOfAPageShouldBeTaken() {
        assertThat(post("contact", fresh()).status()).isEqualTo(201);
        assertThat(post("own", fresh(), "Origin: http://127.0.0.1:" + hub.hub().port())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBrowserShouldBeToldBeforehandWhatItMay() {
        Reply may = ask("OPTIONS", WebformHub.FORM, SITE, "Access-Control-Request-Method: POST");
        Reply token = ask("OPTIONS", WebformHub.FORM + "/token", SITE);
        Reply foreign = ask("OPTIONS", WebformHub.FORM, "Origin: https://evil.example");

        assertThat(may.status()).isEqualTo(204);
        assertThat(may.text())
                .containsIgnoringCase("access-control-allow-methods: GET, POST")
                .containsIgnoringCase("access-control-allow-headers: Content-Type, Idempotency-Key");
        assertThat(token.status()).isEqualTo(204);
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void nothingElseShouldOpenToThoseWhoPost() {
        assertThat(ask("POST", "/api/v1/interactions", SITE).status()).isEqualTo(403);
        assertThat(ask("GET", WebformHub.FORM).status()).isEqualTo(401);
        assertThat(ask("DELETE", WebformHub.FORM).status()).isEqualTo(401);
        assertThat(ask("POST", WebformHub.FORM + "/token").status()).isEqualTo(401);
        assertThat(ask("POST", "/api/v1/webforms/nothing").status()).isEqualTo(404);
        assertThat(ask("POST", "/api/v1/webforms/../interactions", SITE).status())
                .isEqualTo(401);
    }

    @Test
    void theRateShouldCountByClientBehindAProxyToo() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statuses.add(post("slow", fresh(), "X-Forwarded-For: 10.9.9." + i + ", 192.0.2.7")
                    .status());
        }
        Reply other = post("slow", fresh(), "X-Forwarded-For: 192.0.2.8");
        Reply late = post("slow", fresh(), "X-Forwarded-For: 192.0.2.7");

        assertThat(statuses).containsExactly(201, 201, 429);
        assertThat(other.status()).isEqualTo(201);
        assertThat(late.text()).containsIgnoringCase("retry-after: ").contains("more than 2/h");
    }

    @Test
    void proxiesMayNameThePortToo() {
        int first = post("once", fresh(), "X-Forwarded-For: 203.0.113.7:40001").status();
        int again = post("once", fresh(), "X-Forwarded-For: 203.0.113.7:40002").status();
        int six =
                post("once", fresh(), "X-Forwarded-For: [2001:db8:1::7]:40001").status();

        assertThat(List.of(first, again, six)).containsExactly(201, 429, 201);
    }

    @Test
    void wrongKeysShouldCountByClientBehindAProxyToo() {
        int status = 401;
        for (int i = 0; i < 25; i++) {
            status = wrongKey("198.51.100.7");
        }

        assertThat(status).isEqualTo(429);
        assertThat(wrongKey("198.51.100.8")).isEqualTo(401);
    }

    private static int wrongKey(String client) {
        return ask("GET", "/api/v1/queues", "Authorization: Bearer serai_wrong", "X-Forwarded-For: " + client)
                .status();
    }

    @Test
    void manyAddressesTogetherShouldMeetACeiling() {
        int status = 0;
        for (int i = 0; i < 101; i++) {
            status = post("crowd", "email=nobody", "X-Forwarded-For: 198.51.100." + i)
                    .status();
        }

        assertThat(status).isEqualTo(429);
        assertThat(post("contact", fresh(), "X-Forwarded-For: 198.51.100.200").status())
                .isEqualTo(201);
    }

    @Test
    void aFormThatIsShutShouldSayWhenToComeBack() {
        hub.hub().points().pause(PointName.of("paused"), "test");

        for (String form : List.of("shut", "paused")) {
            Reply reply = post(form, fresh());
            assertThat(reply.status()).as(form).isEqualTo(503);
            assertThat(reply.text()).as(form).containsIgnoringCase("retry-after: ");
        }
    }

    @Test
    void aBrowserWithoutAScriptShouldBeSentOn() {
        Reply taken = post("own", fresh(), "Accept: text/html,*/*");
        Reply wrong = post("own", "email=x", "Accept: text/html,*/*");

        assertThat(taken.status()).isEqualTo(303);
        assertThat(taken.text()).containsIgnoringCase("location: https://www.example.com/thanks?a=b\r\n");
        assertThat(wrong.status()).isEqualTo(303);
        assertThat(wrong.text())
                .containsIgnoringCase(
                        "location: https://www.example.com/sorry?code=invalid-request&fields=email%2Cmessage");
    }

    @Test
    void aBrowserWithoutAScriptShouldBeShownAPageOtherwise() {
        Reply taken = post("plain", fresh(), "Accept: text/html");
        Reply wrong = post("plain", "email=%3Cscript%3E&message=x", "Accept: text/html");
        Reply foreign = post("own", fresh(), "Accept: text/html", SITE);

        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.text())
                .contains("<h1>Thank you</h1>", "style-src 'sha256-")
                .containsIgnoringCase("content-type: text/html");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("Go back with your browser").doesNotContain("<script>");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(ask("GET", "/api/v1/webforms/plain/token").status()).isEqualTo(404);
    }
}
