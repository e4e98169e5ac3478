package dev.serai.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that log in by a password. */
class SmtpPasswordTest {
    @TempDir
    private Path folder;

    @Test
    void passwordThatTheServerRepeatsShouldNotBeShown() throws IOException {
        String sent = Base64.getEncoder().encodeToString("\0me\0s3cr3t".getBytes(UTF_8));
        try (ScriptedSmtp server = ScriptedSmtp.start();
                DispatchHouse house = new DispatchHouse(folder)) {
            server.on("EHLO", "250-scripted\r\n250 AUTH PLAIN").on("AUTH", "535 what is AUTH PLAIN " + sent);
            Path secret = Files.writeString(folder.resolve("secret"), "s3cr3t");
            house.account(
                    "host: localhost",
                    "port: " + server.port(),
                    "security: none",
                    "username: me",
                    "secret: file:" + secret);
            house.live();
            InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
            await().until(() -> house.dispatch(id).state() == DispatchRow.State.DEFERRED);

            assertThat(house.dispatch(id).lastError())
                    .contains("(the server's words repeat the login, so they are not shown)")
                    .doesNotContain(sent);
        }
    }
}
