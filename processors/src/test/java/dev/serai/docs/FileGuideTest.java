package dev.serai.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide to files, followed beside a hub that runs: its shell drops a file and reads the answers. */
@SuppressWarnings("try") // what is open works by itself
class FileGuideTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @Test
    void whoFollowsTheGuideShouldReadTheAnswers() throws Exception {
        Page page = Page.of("docs/guides/drop-work-as-files.md");
        PageFolder reader = new PageFolder(page, home);
        Files.createDirectories(reader.desk().resolve("config"));
        Files.writeString(reader.desk().resolve("config/application.properties"), "serai.http.port=0\n");
        Home instance = new Home(reader.desk(), Page.CHECKOUT);
        Path point = reader.desk().resolve("data/points/shop");
        try (Hub hub = Hub.start(instance, Settings.load(instance))) {
            assertThat(reader.calls()).isNotEmpty();
            await().atMost(SOON).until(() -> count(point.resolve("notification")) == 2);

            assertThat(read(page))
                    .contains("\"operation\":\"submitted\"", "\"operation\":\"changed\"", "\"externalId\":\"4711\"");
            await().atMost(SOON).until(() -> Files.exists(point.resolve("processed/order-4711.json")));
        }
    }

    /** What the block that reads the answers prints. */
    private String read(Page page) throws IOException, InterruptedException {
        String block = page.blocks().stream()
                .filter(any -> any.isShell() && any.text().startsWith("cat ~/desk/data/points/shop/notification"))
                .map(Block::text)
                .findFirst()
                .orElseThrow();
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", block).redirectErrorStream(true);
        shell.environment().put("HOME", home.toString());
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
