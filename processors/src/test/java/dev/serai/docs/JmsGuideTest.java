package dev.serai.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the guide, run as its reader runs it, is answered by a hub with the guide's files. */
@SuppressWarnings("try") // what is open works by itself
class JmsGuideTest {
    private static final Page GUIDE = Page.of("docs/guides/post-work-over-jms.md");
    private static final String SECRET = "p + % & # w";

    @TempDir
    private Path folder;

    @Test
    void clientOfTheGuideShouldBeAnswered() throws Exception {
        String url = "tcp://127.0.0.1:" + Ports.free();
        try (Hub hub = instance(url).start()) {
            String output = run(url);

            assertThat(output.lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("{\"operation\":\"submitted\",\"id\":\"")
                    .contains("\"externalId\":\"C-4711\"");
            assertThat(output.lines())
                    .last()
                    .asString()
                    .startsWith("{\"operation\":\"info\"")
                    .contains("\"orderNumber\":\"ORD-123456\"");
        }
    }

    private TestInstance instance(String url) {
        TestInstance instance = new TestInstance(folder)
                .setting("serai.broker.listen", url)
                .setting("serai.broker.username", "shop")
                .setting("serai.broker.secret", "file:" + folder.resolve("secret"));
        instance.write("secret", SECRET);
        Block route = GUIDE.blocks().stream()
                .filter(block -> block.file().isPresent() && block.language().equals("yaml"))
                .findFirst()
                .orElseThrow();
        return instance.file(route.file().orElseThrow(), route.text());
    }

    private String run(String url) throws IOException, InterruptedException {
        Block client = GUIDE.blocks().stream()
                .filter(block -> block.language().equals("java"))
                .findFirst()
                .orElseThrow();
        Path file = Files.writeString(folder.resolve("PostComplaint.java"), client.text());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder command =
                new ProcessBuilder(java.toString(), "-cp", System.getProperty("java.class.path"), file.toString(), url);
        command.environment().put("BROKER_SECRET", SECRET);
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
