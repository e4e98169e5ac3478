package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who mended a server or a login says so, and the mail that waited for it leaves at once. */
class ResumedAccountTest {
    @TempDir
    private Path folder;

    @Test
    void mailThatTheLoginDeferredShouldLeaveAtOnceWhenTheAccountIsResumed() {
        try (ScriptedSmtp smtp = ScriptedSmtp.start()
                        .on("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN")
                        .on("AUTH", "535 5.7.8 who are you");
                DispatchHouse house = new DispatchHouse(folder)) {
            house.accounts(Map.of(
                    DispatchHouse.ACCOUNT,
                    List.of(
                            "from: support@example.com",
                            "host: 127.0.0.1",
                            "port: " + smtp.port(),
                            "security: none",
                            "username: me",
                            "secret: env:PATH")));
            Dispatcher dispatcher = house.live();
            InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> house.dispatch(id).state() == DispatchRow.State.DEFERRED);
            smtp.on("AUTH", "235 2.7.0 welcome");

            dispatcher.resume(DispatchHouse.ACCOUNT);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> house.dispatch(id).state() == DispatchRow.State.SENT);
            assertThat(smtp.mails()).hasSize(1);
        }
    }
}
