package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says about sizes (RFC 1870). */
class SizeTest {
    @TempDir
    private Path folder;

    private DispatchHouse house;
    private ScriptedSmtp smtp;

    @BeforeEach
    void open() {
        smtp = ScriptedSmtp.start();
        house = new DispatchHouse(folder)
                .account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "readTimeout: 2s");
    }

    @AfterEach
    void close() {
        house.close();
        smtp.close();
    }

    @Test
    void mailLargerThanTheServerTakesShouldFailAtOnceWithWords() {
        smtp.on("EHLO", "250-scripted\r\n250 SIZE 100");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.FAILED);

        assertThat(house.state(id)).isEqualTo(State.QUARANTINED);
        assertThat(house.dispatch(id).lastError()).contains("100").contains("SIZE");
        assertThat(smtp.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void serverThatKnowsSizesShouldBeToldTheSize() {
        smtp.on("EHLO", "250-scripted\r\n250 SIZE 0");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.SENT);

        int octets = smtp.mails().get(0).replace("\n", "\r\n").length();
        assertThat(smtp.commands()).anyMatch(command -> command.endsWith(" SIZE=" + octets));
    }

    @Test
    void recipientForWhomItIsTooLargeShouldFailAtOnce() {
        smtp.on("RCPT", "552 5.3.4 Message size exceeds the mailbox's limit");
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));

        become(id, DispatchRow.State.FAILED);
    }

    private void become(InteractionId id, DispatchRow.State state) {
        await().until(() -> house.dispatch(id).state() == state);
    }
}
