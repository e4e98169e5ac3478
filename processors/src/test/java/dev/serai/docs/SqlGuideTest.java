package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.capture.sql.Foreign;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to databases, followed beside a hub that runs: its statements make a table, and put an order in. */
@SuppressWarnings("try") // what is open works by itself
class SqlGuideTest {
    @TempDir
    private Path home;

    @Test
    void whoFollowsTheGuideShouldSeeTheOrderTaken() throws Exception {
        Page page = Page.of("docs/guides/feed-from-a-database.md");
        PageFolder reader = new PageFolder(page, home);
        Foreign database = Foreign.postgres();
        List<String> statements = page.blocks().stream()
                .filter(block -> block.language().equals("sql") && block.file().isEmpty())
                .map(block -> block.text().strip().replaceFirst(";$", ""))
                .toList();
        database.execute(statements.get(0));
        Path secret = Files.writeString(home.resolve("secret"), database.password());
        Files.writeString(reader.desk().resolve("config/databases/shop.yaml"), database.file(secret.toString()));
        Files.writeString(reader.desk().resolve("config/application.properties"), "serai.http.port=0\n");
        Home instance = new Home(reader.desk(), Page.CHECKOUT);

        try (Hub hub = Hub.start(instance, Settings.load(instance))) {
            database.execute(statements.get(1));

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(database.rows(statements.get(2)))
                            .singleElement()
                            .asString()
                            .matches("ORD-4711 taken [0-9a-f-]{36}"));
        }
    }
}
