package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import dev.serai.store.Recipient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says of one recipient and what becomes of the whole mail. */
class RecipientFatesTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    private DispatchHouse house;

    @SuppressWarnings("NullAway.Init") // JUnit calls open
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() {
        smtp = ScriptedSmtp.start();
        house = new DispatchHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void refusalOfOneShouldBeKnownAndToldWhenItIsUncertainForTheOthers() {
        smtp.on("RCPT TO:<bo@example.org>", "550 5.1.1 no such user").on("DOT", ScriptedSmtp.CLOSE);

        DispatchRow row = settled();

        assertThat(row.state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(row.addresses(Recipient.State.FAILED)).containsExactly("bo@example.org");
        assertThat(row.left()).containsExactly("jo@example.org");
        assertThat(house.events(row.id())).contains("serai.dispatch.failed", "serai.dispatch.uncertain");
    }

    @Test
    void recipientsWhoWereTooManyShouldGetItAtOnceAndInTheSameTry() {
        String bo = "RCPT TO:<bo@example.org>";
        smtp.on(bo, "250 ok").once(bo, "452 4.5.3 too many recipients");

        DispatchRow row = settled();

        assertThat(row.state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(smtp.delivered()).containsExactly("jo@example.org", "bo@example.org");
        assertThat(row.triedSince()).isNull();
    }

    /** A mail for jo and bo, when it waits for nobody but a person or time. */
    private DispatchRow settled() {
        house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org", "bo@example.org"));
        await().atMost(SOON)
                .until(
                        () -> house.dispatch(id).state(),
                        state -> state != DispatchRow.State.PENDING && state != DispatchRow.State.SENDING);
        return house.dispatch(id);
    }
}
