package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.AccountName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong logins lock users out: a server sees few. */
class WrongLoginTest {
    @TempDir
    private Path folder;

    @Test
    void wrongPasswordShouldBeShownOnceThoughManyMailsWaitForManyConnections() {
        try (ScriptedSmtp smtp = ScriptedSmtp.start()
                        .on("EHLO", "250-scripted\r\n250 AUTH PLAIN LOGIN")
                        .on("AUTH", "535 5.7.8 who are you");
                DispatchHouse house = new DispatchHouse(folder)) {
            List<String> parameters = List.of(
                    "from: support@example.com",
                    "host: 127.0.0.1",
                    "port: " + smtp.port(),
                    "security: none",
                    "username: me",
                    "secret: env:PATH",
                    "connections: 8");
            house.accounts(Map.of(DispatchHouse.ACCOUNT, parameters, AccountName.of("twin"), parameters));
            for (int i = 0; i < 16; i++) {
                house.submit(DispatchHouse.draft("jo@example.org"));
            }
            Dispatcher dispatcher = house.live();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> smtp.commands().stream().anyMatch(command -> command.startsWith("AUTH")));
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(20)).until(() -> dispatcher.isQuiet());

            assertThat(smtp.commands())
                    .filteredOn(command -> command.startsWith("AUTH"))
                    .hasSize(1);
        }
    }
}
