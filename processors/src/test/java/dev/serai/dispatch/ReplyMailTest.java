package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply, which names what it answers, quotes it and is signed. */
class ReplyMailTest extends Composing {
    @Test
    void aReplyShouldNameWhatItAnswers() throws Exception {
        Interaction parent = parent("<c@x>", "<b@x>", List.of("<a@x>", "<b@x>"), "Invoice");

        MimeMessage mail = mail(reply(parent, ""));

        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<c@x>");
        assertThat(mail.getHeader("References", null).split("\\s+"))
                .containsExactly(anchor(parent), "<a@x>", "<b@x>", "<c@x>");
        assertThat(mail.getSubject()).isEqualTo("Re: Invoice");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
    }

    private static String anchor(Interaction parent) {
        return DispatchHouse.TOKENS.anchor(parent.origin().threadId(), "example.com");
    }

    @Test
    void referencesShouldBeginWithInReplyToWhenTheParentHasNone() throws Exception {
        Interaction parent = parent("<c@x>", "<b@x>", List.of(), "Invoice");

        MimeMessage mail = mail(reply(parent, ""));

        assertThat(mail.getHeader("References", null).split("\\s+")).containsExactly(anchor(parent), "<b@x>", "<c@x>");
    }

    @Test
    void referencesShouldStayBoundedAndKeepTheFirst() throws Exception {
        List<String> many =
                IntStream.range(0, 100).mapToObj(i -> "<" + i + "@x>").toList();
        Interaction parent = parent("<parent@x>", null, many, "Invoice");

        List<String> references =
                List.of(mail(reply(parent, "")).getHeader("References", null).split("\\s+"));

        assertThat(references).hasSize(21).startsWith(anchor(parent), "<0@x>").endsWith("<99@x>", "<parent@x>");
    }

    @Test
    void identifiersThatWouldBreakTheHeaderShouldBeLeftOut() throws Exception {
        Interaction parent =
                parent("<ok@x>", null, List.of("<a@x>\r\nBcc: evil@x", "<" + "x".repeat(2000) + "@x>"), "Hi");

        MimeMessage mail = mail(reply(parent, ""));

        assertThat(mail.getHeader("References", null).split("\\s+")).containsExactly(anchor(parent), "<ok@x>");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Re: Invoice", "RE: re: AW: Invoice", "Re[2]: Invoice"})
    void aSubjectShouldHaveOneRe(String theirs) throws Exception {
        assertThat(mail(reply(parent("<c@x>", null, List.of(), theirs), "")).getSubject())
                .isEqualTo("Re: Invoice");
    }

    @Test
    void aSubjectOfTheDraftShouldStay() throws Exception {
        InteractionId id = reply(parent("<c@x>", null, List.of(), "Invoice"), "Ihre Rechnung für März ✓");

        assertThat(mail(id).getSubject()).isEqualTo("Ihre Rechnung für März ✓");
        assertThat(house.raw(id)).contains("Subject: =?UTF-8?");
    }

    @Test
    void aQuoteShouldHaveTheOriginalsLines() throws Exception {
        Interaction parent = parent("<c@x>", null, List.of(), "Invoice");
        InteractionId id = house.store(
                parent, DispatchHouse.draft(Kind.REPLY, "", "Hello", "jo@example.org"), new Wishes(true, null));

        String text = ((String) mail(id).getContent()).replace("\r\n", "\n");

        assertThat(text)
                .startsWith("Hello\n\n> -----Original Message-----\n> From: Jo <jo@example.org>\n> Sent: ")
                .contains("\n> To: support@example.com\n", "\n> Subject: Invoice\n> \n> the question\n");
    }

    @Test
    void theSignatureShouldStandBelowWhatPeopleWriteOnly() throws Exception {
        house.account("host: 127.0.0.1", "signature: \"Your Support\"");

        String reply = (String)
                mail(house.store(null, DispatchHouse.draft("jo@example.org"))).getContent();
        String automatic = (String)
                mail(house.store(null, DispatchHouse.draft(Kind.ACKNOWLEDGEMENT, "Got it", "ok", "jo@example.org")))
                        .getContent();

        assertThat(reply).endsWith("-- \r\nYour Support\r\n");
        assertThat(automatic).isEqualTo("ok");
    }
}
