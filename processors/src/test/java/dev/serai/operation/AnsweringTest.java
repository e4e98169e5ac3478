package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.TenantAddresses;
import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom answers go to. */
class AnsweringTest {
    private static final TenantAddresses OURS = TenantAddresses.only("support@us.example", "sales@us.example");

    @ParameterizedTest(name = "from {0}, reply to {1}, to {2}, cc {3}: {4} and {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the usual case: the others get a copy, we do not
                "jo@x, -, support@us.example al@x, bo@x, jo@x, al@x bo@x",
                // Reply-To wins, as of a mailing list; who wrote gets it by the list
                "jo@x, list@x, support@us.example list@x, bo@x, list@x, bo@x",
                // nobody twice, in whatever letters
                "jo@x, -, JO@x al@x, AL@X bo@x bo@x, jo@x, al@x bo@x",
                // our addresses with the token of an answer, or in other letters
                "jo@x, -, support+c.abc@us.example Sales@US.example, al@x, jo@x, al@x",
                // two who shall be answered
                "jo@x, one@x two@x, support@us.example, two@x al@x, one@x two@x, al@x",
                // alone
                "jo@x, -, support@us.example, -, jo@x, -",
            })
    void anAnswerToAllShouldGoToEverybodyElse(
            String from, String replyTo, String to, String cc, String expectedTo, String expectedCc) {
        Answering who = Answering.of(mail(from, replyTo, to, cc), fields("{}"), true, OURS);

        assertThat(addresses(who.to())).isEqualTo(split(expectedTo));
        assertThat(addresses(who.cc())).isEqualTo(split(expectedCc));
    }

    @Test
    void anAnswerShouldGoToWhoWroteAlone() {
        Answering who = Answering.of(mail("jo@x", null, "support@us.example al@x", "bo@x"), fields("{}"), false, OURS);

        assertThat(addresses(who.to())).containsExactly("jo@x");
        assertThat(who.cc()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{'to':'me@y'} | me@y | al@x bo@x",
                "{'cc':['me@y']} | jo@x | me@y",
                "{'cc':[]} | jo@x | -",
                "{'bcc':'bo@x'} | jo@x | al@x",
                "{'to':'al@x'} | al@x | bo@x",
            })
    void whatTheClientNamesShouldWin(String json, String expectedTo, String expectedCc) {
        Answering who = Answering.of(mail("jo@x", null, "support@us.example al@x", "bo@x"), fields(json), true, OURS);

        assertThat(addresses(who.to())).isEqualTo(split(expectedTo));
        assertThat(addresses(who.cc())).isEqualTo(split(expectedCc));
    }

    @Test
    void p67_aCopyThatSmtpDoesNotTakeShouldBeRefusedNotDropped() {
        Content mail = mail("jo@x", null, "support@us.example", "a..b@x");

        assertThatThrownBy(() -> Answering.of(mail, fields("{}"), true, OURS))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().faults().get(0).pointer())
                                .isEqualTo("/all"))
                .hasMessageContaining("a..b@x");
    }

    private static Content mail(String from, String replyTo, String to, String cc) {
        return new Content(
                "message",
                "Hi",
                new Party(null, from),
                parties(to),
                parties(cc),
                List.of(),
                parties(replyTo),
                "<1@x>",
                null,
                List.of(),
                null,
                "",
                null,
                "",
                List.of(),
                null,
                true,
                "",
                List.of());
    }

    private static MailFields fields(String json) {
        return MailFields.read(JsonFields.parse(json.replace('\'', '"')), null);
    }

    private static List<Party> parties(String addresses) {
        return split(addresses).stream().map(one -> new Party(null, one)).toList();
    }

    private static List<String> addresses(List<Party> parties) {
        return parties.stream().map(Party::address).toList();
    }

    private static List<String> split(String words) {
        return words == null ? List.of() : Arrays.asList(words.split(" "));
    }
}
