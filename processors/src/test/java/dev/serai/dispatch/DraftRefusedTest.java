package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that SMTP or a header does not take. */
class DraftRefusedTest extends Composing {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@",
                "@example.org",
                "jo@exa mple.org",
                "a,b@example.org",
                "jo@-x.org",
                "jo..b@example.org",
                "jö@example.org",
                "jo@example.org>\r\nBcc: <x@y",
                "<jo@example.org>"
            })
    void p67_addressesThatSmtpDoesNotTakeShouldBeRefused(String address) {
        assertThatThrownBy(() -> house.store(null, DispatchHouse.draft(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'to'");
    }

    @Test
    void aDomainInOtherLettersShouldTravelInAscii() {
        InteractionId id = house.store(null, DispatchHouse.draft("jo@müller.example"));

        assertThat(house.load(id).content().to().get(0).address()).isEqualTo("jo@xn--mller-kva.example");
    }

    @Test
    void aDraftWithoutRecipientsShouldBeRefused() {
        assertThatThrownBy(() -> house.store(null, DispatchHouse.draft(new String[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one recipient");
    }

    @Test
    void lineEndsShouldBeRefusedWhereAHeaderIsMade() {
        Party injected = new Party("Jo\r\nBcc: x@example.org", "jo@example.org");
        OutboundDraft name = new OutboundDraft(
                Kind.NEW, List.of(injected), List.of(), List.of(), "Hi", "x", null, List.of(), null, null);

        assertThatThrownBy(() -> house.store(null, name)).hasMessageContaining("'to'");
        assertThatThrownBy(() -> house.store(null, DispatchHouse.draft(Kind.NEW, "a\nb: c", "x", "jo@example.org")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'subject'");
        assertThatThrownBy(() -> house.store(null, withFile(Attached.of("a\r\nX: y", "text/plain", new byte[0]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'attachments.name'");
    }
}
