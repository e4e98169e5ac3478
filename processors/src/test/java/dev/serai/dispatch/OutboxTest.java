package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is composed of a draft, and the interaction that it becomes. */
class OutboxTest extends Composing {
    @Test
    void theMessageIdShouldBeOfTheAccountsDomain() throws Exception {
        InteractionId id = reply(parent("<c@x>", null, List.of(), "Hi"), "");

        String ours = DispatchHouse.TOKENS.messageId(id, "example.com");
        assertThat(mail(id).getMessageID()).isEqualTo(ours);
        assertThat(house.load(id).content().messageId()).isEqualTo(ours);
    }

    @Test
    void theMailShouldHaveNoHeaderOfTheAccountAndNoBcc() throws Exception {
        OutboundDraft draft = new OutboundDraft(
                Kind.NEW,
                List.of(new Party("Jo Ön", "jo@example.org")),
                List.of(new Party(null, "cc@example.org")),
                List.of(new Party(null, "secret@example.org")),
                "Hi",
                "Hello",
                null,
                List.of(),
                null,
                "en");

        InteractionId id = house.store(null, draft);
        MimeMessage mail = mail(id);

        assertThat(mail.getHeader("From")).isNull();
        assertThat(house.raw(id)).doesNotContain("secret@example.org");
        assertThat(mail.getHeader("To", null)).isEqualTo("=?UTF-8?Q?Jo_=C3=96n?= <jo@example.org>");
        assertThat(mail.getHeader("Cc", null)).isEqualTo("cc@example.org");
        assertThat(mail.getHeader("MIME-Version", null)).isEqualTo("1.0");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("en");
    }

    @Test
    void textShouldArriveInItsLetters() throws Exception {
        String text = "Grüße aus Łódź, 日本\n" + "x".repeat(2000) + "\n.\n";

        InteractionId id = house.store(null, DispatchHouse.draft(Kind.NEW, "Hi", text, "jo@example.org"));

        assertThat(((String) mail(id).getContent()).replace("\r\n", "\n")).isEqualTo(text);
        assertThat(mail(id).getContentType()).containsIgnoringCase("charset=UTF-8");
        assertThat(house.raw(id).chars()).allMatch(c -> c < 127);
        assertThat(house.raw(id).lines()).allMatch(line -> line.length() <= 998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACKNOWLEDGEMENT", "AUTORESPONSE"})
    void p59_automaticAnswersShouldSayThatTheyAre(Kind kind) throws Exception {
        MimeMessage mail = mail(house.store(null, DispatchHouse.draft(kind, "Got it", "ok", "jo@example.org")));

        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
    }

    @Test
    void notificationsShouldSayThatTheyWereGenerated() throws Exception {
        MimeMessage mail =
                mail(house.store(null, DispatchHouse.draft(Kind.NOTIFICATION, "News", "ok", "jo@example.org")));

        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    }

    @Test
    void theInteractionShouldBeAChildInTheThreadAndWaitInOutbound() {
        Interaction parent = parent("<c@x>", null, List.of(), "Invoice");

        Interaction born = house.load(reply(parent, ""));

        assertThat(born.origin().type()).isEqualTo("Outbound");
        assertThat(born.origin().subtype()).isEqualTo("OutboundReply");
        assertThat(born.origin().parentId()).isEqualTo(parent.id());
        assertThat(born.origin().threadId()).isEqualTo(parent.origin().threadId());
        assertThat(born.standing().state()).isEqualTo(State.QUEUED);
        assertThat(born.standing().queue()).isEqualTo(QueueName.of("outbound"));
        assertThat(born.userData()).containsEntry("Account", "test");
        assertThat(house.events(born.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void sendAfterShouldKeepItUntilThen() {
        Instant later = Instant.parse("2099-01-01T00:00:00Z");

        InteractionId id = house.store(null, DispatchHouse.draft("jo@example.org"), new Wishes(false, later));

        assertThat(house.load(id).standing().availableAt()).isEqualTo(later);
    }

    @Test
    void theEnvelopeShouldHaveEveryRecipientOnceAndTheAccountsCopy() {
        OutboundDraft draft = new OutboundDraft(
                Kind.NEW,
                List.of(new Party(null, "jo@example.org")),
                List.of(new Party(null, "JO@example.org")),
                List.of(new Party(null, "secret@example.org")),
                "Hi",
                "Hello",
                null,
                List.of(),
                null,
                null);

        InteractionId id = house.submit(draft);

        assertThat(house.dispatch(id).left())
                .containsExactly("jo@example.org", "secret@example.org", "copy@example.com");
        assertThat(house.dispatch(id).headerPrefix()).contains("From: ", "Reply-To: answers@example.com\r\n");
        assertThat(house.load(id).standing().queue()).isEqualTo(QueueName.of("dispatch"));
    }
}
