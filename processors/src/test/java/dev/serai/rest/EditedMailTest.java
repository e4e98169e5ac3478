package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.rest.ReviewDesk.Held;
import dev.serai.testing.SmtpSink;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit must say, and what it leaves behind. */
class EditedMailTest {
    private static final String CARD = "'text':'Card 4111 1111 1111 1111'";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static SmtpSink sink;

    private final ReviewDesk desk = new ReviewDesk(hub, new Client(hub.httpPort()));
    private final Client client = desk.client();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sink = SmtpSink.start();
        hub = new TestInstance(folder).account("default", sink.port()).start();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        sink.close();
    }

    @Test
    void anEditWithNothingInItShouldNameWhatCanBeEdited() {
        Held held = desk.inReview(CARD);

        Client.Answer refused = client.post(held.path() + "/edit", held.with(""));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/detail")).contains("subject, text, html, to, cc, bcc, attachments, removeAttachments");
    }

    @Test
    void whatIsLeftOutOfTheHtmlShouldBeToldToWhoEdits() {
        Held held = desk.inReview(CARD);

        Client.Answer edited = client.post(
                held.path() + "/edit",
                held.with("'text':'Hello','html':'<p onclick=x()>Hello<script>x</script></p><form>a</form>'"));

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.at("/warnings/0")).startsWith("html: left out, ").contains("<form>", "<script>", "onclick");
    }

    @Test
    void whatIsLeftOutOfTheHtmlOfANewMailShouldNotLeave() {
        Client.Answer made = client.post(
                "/api/v1/mails",
                "{'to':'jo@example.org','subject':'Hi','text':'Hello','html':'<p>Hello<script>x</script></p>'}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/warnings/0")).endsWith(": <script>");
        desk.sent(made.at("/id"));
        assertThat(sink.received())
                .anySatisfy(
                        mail -> assertThat(mail.text()).contains("<p>Hello</p>").doesNotContain("script"));
    }

    @Test
    void whatRulesFoundBeforeShouldNotStandAtTheEditedMail() {
        Held held = desk.inReview(CARD);

        Client.Answer edited = client.post(held.path() + "/edit", held.with("'text':'Charged to your card.'"));

        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        assertThat(edited.json().path("userData").has("ReviewReason")).isFalse();
        assertThat(edited.json().path("userData").has("ScrKey_card")).isFalse();
        assertThat(edited.at("/userData/Account")).isEqualTo("default");
    }
}
