package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.rest.ReviewDesk.Held;
import org.junit.jupiter.api.Test;

/** What an edit must say, and what it leaves behind. */
class EditedMailTest extends SendingReview {
    private static final String CARD = "'text':'Card 4111 1111 1111 1111'";

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
