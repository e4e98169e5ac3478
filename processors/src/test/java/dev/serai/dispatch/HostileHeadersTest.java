package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.Party;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What strangers wrote into a header, when it comes into a mail of ours. */
class HostileHeadersTest {
    private static final int MANY = 20_000;

    @Test
    void p50_aSubjectOfNothingButMarksOfAnswersShouldNotEndTheStack() {
        OutboundDraft draft = new OutboundDraft(
                OutboundDraft.Kind.REPLY,
                List.of(new Party(null, "jo@example.org")),
                List.of(),
                List.of(),
                "Re: ".repeat(MANY) + "Order",
                "",
                null,
                List.of(),
                null,
                null,
                null);

        assertThat(ReplySubject.of(null, draft)).isEqualTo("Re: Order");
    }

    @Test
    void p50_aDomainOfThousandsOfPartsShouldBeRefusedInWords() {
        Party hostile = new Party(null, "jo@" + "a.".repeat(MANY) + "example");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Addresses.checked("to", hostile))
                .withMessageContaining("is not an address that SMTP takes");
    }
}
