package dev.serai.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.conversation.ThreadTokens.Read;
import dev.serai.interaction.InteractionId;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ThreadTokensTest {
    private static final String OLD = "an-old-secret-of-ours";
    private static final String NEW = "a-newer-secret-of-ours";

    private final InteractionId id = InteractionId.next(Clock.systemUTC());
    private final ThreadTokens tokens = ThreadTokens.of(OLD);

    @Test
    void everyFormShouldReadBack() {
        assertThat(tokens.inMessageId(tokens.messageId(id, "example.com"))).contains(new Read(id, true));
        assertThat(tokens.inMessageId(tokens.anchor(id, "example.com"))).contains(new Read(id, true));
        assertThat(tokens.inAddress(tokens.address("support@example.com", id))).contains(new Read(id, true));
        assertThat(tokens.inSubject(tokens.subject("Re: Hello", id))).contains(new Read(id, true));
    }

    @Test
    void aTokenShouldOutliveTheFoldingOfCase() {
        String shouted = tokens.address("support@example.com", id).toUpperCase(Locale.ROOT);

        assertThat(tokens.inAddress(shouted)).contains(new Read(id, true));
    }

    @Test
    void p57_aTokenForAnotherInteractionShouldNotBeValid() {
        String other = InteractionId.next(Clock.systemUTC()).value();
        String forged = tokens.messageId(id, "example.com").replace(id.value(), other);

        assertThat(tokens.inMessageId(forged)).contains(new Read(InteractionId.of(other), false));
    }

    @Test
    void bothKeysShouldBeAcceptedWhileTheyAreChanged() {
        ThreadTokens both = ThreadTokens.of(NEW, OLD);

        assertThat(both.inMessageId(tokens.messageId(id, "x"))).contains(new Read(id, true));
        assertThat(tokens.inMessageId(both.messageId(id, "x"))).contains(new Read(id, false));
    }

    @Test
    void foreignIdsShouldLookLikeNoneOfOurs() {
        assertThat(tokens.inMessageId("<4711@example.org>")).isEmpty();
        assertThat(tokens.inAddress("support+sales@example.com")).isEmpty();
        assertThat(tokens.inSubject("[#4711] Hello")).isEmpty();
    }

    @Test
    void aSubjectShouldCarryOneTokenOnly() {
        InteractionId second = InteractionId.next(Clock.systemUTC());

        assertThat(tokens.subject(tokens.subject("Hello", id), second)).isEqualTo(tokens.subject("Hello", second));
    }

    @Test
    void anAddressWithoutRoomShouldBeRefused() {
        assertThatThrownBy(() -> tokens.address("customer-service-of-all@example.com", id))
                .hasMessageContaining("at most " + ThreadTokens.LONGEST_LOCAL_PART + " characters before the @");
    }

    @Test
    void aShortKeyShouldBeRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> ThreadTokens.of("short"))
                .hasMessageContaining("5 characters; expected 16")
                .hasMessageNotContaining("short");
    }
}
