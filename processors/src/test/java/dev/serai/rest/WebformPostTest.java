package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors post, in each encoding, and what is stored of it. */
class WebformPostTest {
    @TempDir
    static Path folder;

    private static WebformHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = WebformHub.start(
                folder,
                Map.of(),
                Map.of(
                        "contact",
                                "honeypot: website, rate: 1000/s, maxFiles: 2, allowedFiles: '.pdf,.txt,.eml,image/*'",
                        "strict", "token: required, required: 'message,order', subject: From the site, rate: 1000/s"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void aPostShouldBecomeAMailToUs() {
        Client.Answer answer = hub.post(
                "contact",
                "email=jo%40example.org&name=J%C3%B6+Doe&subject=Gr%C3%BC%C3%9Fe&message=Hello%0D%0Athere&order=4711");
        Interaction stored = hub.stored(answer);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(stored.standing().queue()).hasToString("intake");
        assertThat(stored.origin().capturePoint()).hasToString("contact");
        assertThat(stored.origin().mediaType()).isEqualTo("email");
        assertThat(stored.userData()).containsEntry("Form_order", "4711").containsEntry("Webform", "contact");
        assertThat(hub.raw(answer))
                .startsWith(
                        "From: =?UTF-8?Q?J=C3=B6_Doe?= <jo@example.org>\r\nReply-To: =?UTF-8?Q?J=C3=B6_Doe?= <jo@example.org>\r\n")
                .contains("\r\nTo: contact@example.com\r\n", "\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\n")
                .endsWith("Hello\r\nthere\r\n\r\norder: 4711\r\n");
    }

    @Test
    void jsonShouldSayTheSame() {
        Client.Answer answer = hub.client()
                .post(
                        WebformHub.FORM,
                        "{'email':'jo@example.org','message':'" + WebformHub.unique()
                                + "','news':true,'age':42,'none':null}");
        Interaction stored = hub.stored(answer);

        assertThat(stored.userData())
                .containsEntry("Form_news", "true")
                .containsEntry("Form_age", "42")
                .doesNotContainKey("Form_none");
    }

    @Test
    void nestedJsonShouldBeRefusedWithItsPointer() {
        Client.Answer object = hub.client().post(WebformHub.FORM, "{'email':'jo@example.org','a/b':{'c':1}}");
        Client.Answer list = hub.client().post(WebformHub.FORM, "[1]");
        Client.Answer none = hub.client().post(WebformHub.FORM, "{'email'");

        assertThat(object.at("/errors/0/pointer")).isEqualTo("/a~1b");
        assertThat(list.status()).isEqualTo(400);
        assertThat(none.at("/code")).isEqualTo("invalid-request");
    }

    @Test
    void filesShouldBecomeAttachmentsOfTheMail() {
        Client.Answer answer = new MultipartForm()
                .field("email", "jo@example.org")
                .field("message", "see " + WebformHub.unique())
                .file("a", "../../etc/passwd.txt", "text/plain", "one".getBytes(StandardCharsets.US_ASCII))
                .file("b", "page.eml", "message/rfc822", "Subject: evil".getBytes(StandardCharsets.US_ASCII))
                .file("c", "", "application/octet-stream", new byte[0])
                .post(hub.client(), WebformHub.FORM);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(hub.raw(answer))
                .contains("filename=passwd.txt", "filename=page.eml", "application/octet-stream")
                .doesNotContain("message/rfc822", "etc/");
        assertThat(hub.spooled()).isEmpty();
    }

    @Test
    void everyWrongFieldShouldBeNamed() {
        Client.Answer answer = new MultipartForm()
                .field("email", "nobody")
                .field("subject", "x".repeat(501))
                .file("cv", "run.exe", "application/x-msdownload", new byte[1])
                .post(hub.client(), WebformHub.FORM);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/email", "/subject", "/message", "/cv");
        assertThat(answer.json().path("errors").findValuesAsText("detail"))
                .anySatisfy(detail -> assertThat(detail).contains("'run.exe'", ".pdf, .txt, .eml, image/*"));
    }

    @ParameterizedTest
    @CsvSource({
        "run.exe,image/png",
        "page.pdf,text/html",
        "run.exe,application/octet-stream",
        "picture.png,image/svg+xml"
    })
    void aFileShouldBeRefusedWhenItsEndingAndItsTypeDisagree(String name, String type) {
        Client.Answer answer = with(name, type);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/f");
    }

    @ParameterizedTest
    @CsvSource({"a.png,image/png", "a.JPEG,image/jpeg", "a.pdf,application/octet-stream", "a.txt,text/plain; charset=x"
    })
    void aFileShouldBeTakenWhenItsEndingAndItsTypeAgree(String name, String type) {
        assertThat(with(name, type).status()).isEqualTo(201);
    }

    private static Client.Answer with(String name, String type) {
        return new MultipartForm()
                .field("email", "jo@example.org")
                .field("message", WebformHub.unique())
                .file("f", name, type, new byte[1])
                .post(hub.client(), WebformHub.FORM);
    }

    @Test
    void tooManyFilesShouldBeRefused() {
        MultipartForm form =
                new MultipartForm().field("email", "jo@example.org").field("message", "x");
        for (int i = 0; i < 3; i++) {
            form.file("f", i + ".txt", "text/plain", new byte[1]);
        }

        assertThat(form.post(hub.client(), WebformHub.FORM).at("/errors/0/detail"))
                .contains("3 files");
    }

    @Test
    void textsShouldBeReadInTheCharsetThatTheFormNames() {
        Client.Answer named =
                hub.post("contact", "_charset_=iso-8859-15&email=a%40example.org&message=%A4+" + WebformHub.unique());
        Client.Answer old = hub.post("contact", "email=a%40example.org&message=%FC+" + WebformHub.unique());
        Client.Answer odd =
                hub.post("contact", "email=a%40example.org&message=100%+%zz+%4&x&=y&&" + WebformHub.unique());
        Client.Answer unknown = hub.post("contact", "_charset_=klingon&email=a%40example.org&message=x");

        assertThat(hub.stored(named).content().text()).startsWith("€ ");
        assertThat(hub.stored(old).content().text()).startsWith("ü ");
        assertThat(hub.stored(odd).content().text()).startsWith("100% %zz %4");
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/_charset_");
    }

    @Test
    void boxesOfOneNameShouldBecomeOneField() {
        Client.Answer answer =
                hub.post("contact", "email=a%40example.org&topic=a&topic=b&topic=&message=" + WebformHub.unique());

        assertThat(hub.stored(answer).userData()).containsEntry("Form_topic", "a, b");
    }

    @Test
    void whatFillsInTheHoneypotShouldBeCountedApart() {
        long taken = counted("taken");
        long trapped = counted("trapped");
        hub.post("contact", "email=bot%40example.org&website=x&message=" + WebformHub.unique());

        assertThat(counted("taken")).isEqualTo(taken);
        assertThat(counted("trapped")).isEqualTo(trapped + 1);
    }

    private static long counted(String result) {
        for (var point : hub.client().get("/api/v1/capture-points").json().path("items")) {
            if (point.path("name").asText().equals("contact")) {
                return point.at("/counts/" + result).asLong(-1);
            }
        }
        return -1;
    }

    @Test
    void whatFillsInTheHoneypotShouldBeKeptAsSpamAndAnsweredAsAllOthers() {
        Client.Answer answer =
                hub.post("contact", "email=bot%40example.org&website=http%3A%2F%2Fbuy&message=" + WebformHub.unique());
        Client.Answer stored = hub.client().get("/api/v1/interactions/" + answer.at("/reference"));
        Client.Answer timeline = hub.client().get("/api/v1/interactions/" + answer.at("/reference") + "/timeline");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(stored.at("/state")).isEqualTo("stopped");
        assertThat(stored.at("/stopReason")).isEqualTo("spam");
        assertThat(stored.at("/from/address")).isEqualTo("bot@example.org");
        assertThat(timeline.text()).contains("the field 'website', which people do not see, was filled in");
        assertThat(hub.raw(answer)).contains("bot@example.org");
    }

    @Test
    void aFormShouldSayWhatItNeeds() {
        Client.Answer answer = hub.post("strict", "email=jo%40example.org&message=x");

        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly("/order");
    }
}
