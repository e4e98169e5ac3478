package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedPop3;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that refuse a login and repeat it. */
class EchoedPasswordTest {
    private static final String INSTEAD = "(the server's words repeat the login, so they are not shown)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"NO", "BAD"})
    void passwordThatAnImapServerRepeatsShouldNotBeShown(String answer) throws IOException {
        try (ScriptedImap server = ScriptedImap.start()) {
            server.when("^LOGIN", (tag, said, talk) -> {
                talk.line(tag + " " + answer + " what is " + said);
                return true;
            });

            assertThat(lastError(TestMailbox.on(server.port(), folder)))
                    .contains(INSTEAD)
                    .doesNotContain("secret");
        }
    }

    @Test
    void passwordThatAPop3ServerRepeatsShouldNotBeShown() {
        try (ScriptedPop3 server = ScriptedPop3.start().refusesLogins()) {
            TestMailbox mailbox = TestMailbox.on(server.port(), folder).with("protocol", "pop3");

            assertThat(lastError(mailbox))
                    .contains("refused the login: " + INSTEAD)
                    .doesNotContain("secret");
        }
    }

    private String lastError(TestMailbox mailbox) {
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            return String.valueOf(hub.status("support").lastError());
        }
    }
}
