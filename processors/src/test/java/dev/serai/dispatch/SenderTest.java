package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.AccountDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From whom a mail is, by the rules of its account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SenderTest {
    private DispatchHouse house;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new DispatchHouse(folder)
                .account(
                        "host: 127.0.0.1",
                        "alsoFrom: [\"Billing <billing@example.com>\", sales@example.com]",
                        "replyToken: true");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "to {0}, cc {1}, received by {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "billing@example.com, -, -, Billing <billing@example.com>",
                "BILLING@Example.COM, -, -, Billing <billing@example.com>",
                "other@example.org, sales@example.com, -, sales@example.com",
                "other@example.org, -, sales@example.com, sales@example.com",
                "billing@example.com, -, sales@example.com, Billing <billing@example.com>",
                "billing@example.com.evil.org, -, -, Sérai Support <support@example.com>",
                "other@example.org, -, elsewhere@example.com, Sérai Support <support@example.com>",
                "support@example.com, billing@example.com, -, Sérai Support <support@example.com>",
            })
    void anAnswerShouldComeFromTheAddressThatWasWrittenTo(String to, String cc, String receivedBy, String from) {
        Interaction parent = Originals.inbound(Originals.content()
                .to(to)
                .cc(cc == null ? List.of() : List.of(new Party(null, cc)))
                .build());

        assertThat(shown(Sender.of(account(), null, parent, receivedBy))).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, sales@example.com, sales@example.com",
                "-, SALES@EXAMPLE.COM, sales@example.com",
                "-, billing@example.com, Billing <billing@example.com>",
                "Ann, billing@example.com, Ann <billing@example.com>",
            })
    void aWishedSenderShouldBeTakenWhenTheAccountHasIt(String name, String address, String from) {
        assertThat(shown(Sender.of(account(), new Party(name, address), null, null)))
                .isEqualTo(from);
    }

    @Test
    void aSenderThatTheAccountHasNotGotShouldBeRefusedInWords() {
        Party wished = new Party(null, "boss@example.com");

        assertThatThrownBy(() -> Sender.of(account(), wished, null, null))
                .isInstanceOf(ForeignSenderException.class)
                .hasMessageContaining("'from': 'boss@example.com' is no address of account 'test'")
                .hasMessageContaining("sales@example.com");
    }

    @Test
    void theMailShouldLeaveAsItWasComposedWhenItsAccountHasTheAddress() {
        assertThat(shown(Sender.leaving(account(), new Party("Ann", "sales@example.com"))))
                .isEqualTo("Ann <sales@example.com>");
        assertThat(shown(Sender.leaving(account(), new Party("Ann", "ann@elsewhere.example"))))
                .isEqualTo("Sérai Support <support@example.com>");
        assertThat(shown(Sender.leaving(account(), null))).isEqualTo("Sérai Support <support@example.com>");
    }

    @Test
    void answersAndBouncesShouldComeToTheSenderThatWasChosen() {
        Interaction parent = house.stored(
                Originals.inbound(Originals.content().to("billing@example.com").build()));
        var id = house.store(parent, DispatchHouse.draft("jo@example.org"));
        house.handOver(id);

        assertThat(house.load(id).content().from()).isEqualTo(new Party("Billing", "billing@example.com"));
        assertThat(house.dispatch(id).sender()).isEqualTo("billing@example.com");
        assertThat(house.dispatch(id).headerPrefix())
                .startsWith("From: Billing <billing@example.com>\r\nReply-To: Billing <billing+c.");
    }

    private AccountDefinition account() {
        return house.definition();
    }

    private static String shown(Party party) {
        return party.name() == null ? party.address() : party.name() + " <" + party.address() + ">";
    }
}
