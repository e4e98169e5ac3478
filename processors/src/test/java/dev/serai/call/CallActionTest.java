package dev.serai.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.serai.files.Home;
import dev.serai.strategy.LiveOutside;
import dev.serai.trial.TrialHouse;
import dev.serai.trial.TrialReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `call-action` does with a real service, and with one that misbehaves. */
class CallActionTest {
    @TempDir
    private Path folder;

    private final Service service = service();
    private final LiveOutside outside = new LiveOutside(new Home(Path.of("."), Path.of(".")), Clock.systemUTC());
    private String secret = "";

    private static Service service() {
        try {
            return new Service();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void secret() throws IOException {
        secret = "file:" + Files.writeString(folder.resolve("token"), "s3cr3t\n");
    }

    @AfterEach
    void close() {
        outside.close();
        service.close();
    }

    @Test
    void valuesShouldArriveAsTheyAre() throws Exception {
        service.answers(200, "{\"customer\":{\"tier\":\"a+b%20c&d\",\"orders\":3,\"vip\":true,\"list\":[1]}}");

        TrialReport report = tried("/c/${body.userData[odd]}/x?q=${body.userData[odd]}&full=1", """
                method: POST
                headers: |
                  Authorization: Bearer secret(%s)
                body: |
                  customer.odd = ${body.userData[odd]}
                  customer.to = ${body.to}
                  priority = ${body.priority}
                  source = a+b%%20c&d
                attach: |
                  tier = /customer/tier
                  orders = /customer/orders
                  vip = /customer/vip
                  list = /customer/list
                  none = /nowhere
                """.formatted(secret));

        Service.Asked asked = service.asked().get(0);
        assertThat(asked.uri()).isEqualTo("/c/a%2Fb%3Fc%26d%20%2B%25%C3%A9/x?q=a%2Fb%3Fc%26d%20%2B%25%C3%A9&full=1");
        assertThat(asked.body())
                .contains(
                        "\"odd\":\"a/b?c&d +%é\"", "\"priority\":0", "\"source\":\"a+b%20c&d\"", "support@example.com");
        assertThat(asked.authorization()).isEqualTo("Bearer s3cr3t");
        assertThat(report.userData())
                .contains(entry("tier", "a+b%20c&d"), entry("orders", 3), entry("vip", true))
                .doesNotContainKeys("list", "none");
        assertThat(report.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void aSecretInTheQueryShouldBeReadWhenItIsSentAndToldToNobody() throws Exception {
        service.answers(200, "{}");
        secret = "file:" + Files.writeString(folder.resolve("key"), "s3c&r3t +\n");

        TrialReport report = tried("/x?api_key=secret(" + secret + ")&full=1", "");

        assertThat(service.asked().get(0).uri()).isEqualTo("/x?api_key=s3c%26r3t%20%2B&full=1");
        assertThat(report.toString()).doesNotContain("s3c");
    }

    @Test
    void whatACustomerWroteShouldNeverBecomeASecret() throws Exception {
        service.answers(200, "{}");

        new TrialHouse()
                .strategy("""
                - to: {id: crm, uri: "kamelet:call-action", parameters: {url: "%s/x?q=${body.subject}"}}
                """.formatted(service.url()))
                .tried(outside, "From: jo@example.org\r\nSubject: secret(" + secret + ")\r\n\r\nHello\r\n");

        assertThat(service.asked().get(0).uri()).startsWith("/x?q=secret%28file%3A");
    }

    @Test
    void aStepShouldHaveAKeyOfItsOwnEachTimeThatTheRunComesBy() throws Exception {
        TrialHouse house = new TrialHouse().strategy("""
                - loop:
                    id: twice
                    expression: {constant: {expression: "2"}}
                    steps:
                      - to: {id: crm, uri: "kamelet:call-action", parameters: {url: "%s/"}}
                """.formatted(service.url()));
        house.tried(outside);

        assertThat(service.asked()).hasSize(2);
        assertThat(service.asked().get(0).key())
                .hasSize(36)
                .isNotEqualTo(service.asked().get(1).key());
    }

    @Test
    void aServiceThatHangsShouldGiveWayToTheFallback() throws Exception {
        assertFallback(service.hangs(), "no whole answer within 2000 ms");
    }

    @Test
    void anAnswerThatNeverEndsShouldGiveWayToTheFallback() throws Exception {
        assertFallback(service.dribbles(), "no whole answer within 2000 ms");
    }

    @Test
    void anAnswerThatIsCutShouldGiveWayToTheFallback() throws Exception {
        assertFallback(service.cuts(), "the connection broke");
    }

    @Test
    void anAnswerThatIsTooLargeShouldGiveWayToTheFallback() throws Exception {
        assertFallback(service.floods(2_000_000), "the answer is larger than 262144 bytes");
    }

    @Test
    void anAnswerThatIsNoJsonShouldGiveWayToTheFallback() throws Exception {
        assertFallback(service.answers(200, "<html>"), "the answer is not JSON");
    }

    @Test
    void aRedirectShouldNotBeFollowed() throws Exception {
        assertFallback(
                service.does(exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://elsewhere.example.com/");
                    Service.answer(exchange, 302, "");
                }),
                "answered 302, a redirect, which is not followed");
        assertThat(service.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500, 503})
    void otherAnswersShouldGiveWayToTheFallback(int status) throws Exception {
        assertFallback(service.answers(status, "x".repeat(1_000_000)), "answered " + status);
    }

    @Test
    void answersThatAreNoneShouldFailInWordsWithoutAFallback() throws Exception {
        TrialReport report = tried("/", "", service.answers(404, "no"));

        assertThat(report.warnings())
                .anyMatch(warning -> warning.endsWith("step 'crm': the service answered 404"))
                .noneMatch(warning -> warning.contains("s3cr3t"));
    }

    @Test
    void aValueShouldNotLeadElsewhere() throws Exception {
        assertThat(tried("/c/${body.userData[dots]}/x", "fallback: nothing").decisions())
                .anyMatch(step -> step.effect().contains("cannot stand in the path of an address"));
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void aHeaderShouldNotBeginAnother() throws Exception {
        assertThat(tried("/", "fallback: nothing\nheaders: \"X-Text: ${body.text}\"")
                        .decisions())
                .anyMatch(step -> step.effect().contains("'X-Text' has characters that cannot stand in one"));
        assertThat(service.asked()).isEmpty();
    }

    private void assertFallback(Service misbehaving, String words) throws Exception {
        TrialReport report =
                tried("/", "deadline: 2s\nfallback: 'tier = standard'\nattach: 'tier = /tier'", misbehaving);

        assertThat(report.userData()).containsEntry("tier", "standard");
        assertThat(report.decisions()).anyMatch(step -> step.effect().contains(words));
    }

    private TrialReport tried(String path, String parameters, Service misbehaving) throws Exception {
        assertThat(misbehaving).isSameAs(service);
        return tried(path, parameters);
    }

    private TrialReport tried(String path, String parameters) throws Exception {
        return new TrialHouse()
                .strategy(
                        """
                - to: {id: odd, uri: "kamelet:attach-action", parameters: {key: odd, value: "a/b?c&d +%%é"}}
                - to: {id: dots, uri: "kamelet:attach-action", parameters: {key: dots, value: ".."}}
                - to:
                    id: crm
                    uri: kamelet:call-action
                    parameters:
                      url: "%s"
                """.formatted(service.url() + path) + parameters.strip().indent(6))
                .tried(outside);
    }
}
