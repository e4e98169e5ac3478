package dev.serai.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.command.Serai;
import dev.serai.interaction.Json;
import dev.serai.testing.ChildJvm;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample can be copied, built alone, and dropped into an instance. */
class SampleTransformerTest {
    @TempDir
    private Path folder;

    @Test
    void sampleShouldRunFromLibByItsTypeAndByTheOlderApi() throws Exception {
        SampleProject sample = SampleProject.copyTo("transformer", folder.resolve("mine"));
        Path home = folder.resolve("desk");
        Path jar = sample.jar(home.resolve("lib/example-transformer-1.0.jar"));
        Files.createDirectories(home.resolve("config"));
        JsonNode byType = tried(home, jar, sample, "{name: tag, type: example-tag-remover}");
        assertThat(byType.at("/subject").asText()).isEqualTo("Where is my order?");
        assertThat(byType.at("/transformers/0/result").asText()).isEqualTo("changed");
        JsonNode older = tried(
                home, jar, sample, "{name: old, type: com.example.transformer.OldTagRemover, config: {maxSize: 1MB}}");
        assertThat(older.at("/subject").asText()).isEqualTo("Where is my order?");
        assertThat(older.at("/transformers/0/result").asText()).isEqualTo("rewritten");
    }

    @Test
    void testOfTheSampleShouldPass() throws Exception {
        SampleProject sample = SampleProject.copyTo("transformer", folder.resolve("mine"));
        Path jar = sample.jar(folder.resolve("example.jar"));
        Path tests = sample.compile("src/test", Files.createDirectories(folder.resolve("tests")));
        URL[] urls = {jar.toUri().toURL(), tests.toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(urls, getClass().getClassLoader())) {
            Class<?> test = classes.loadClass("com.example.transformer.TagRemoverTest");
            List<String> ran = new ArrayList<>();
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    Constructor<?> constructor = test.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                    ran.add(method.getName());
                }
            }
            assertThat(ran).hasSize(2);
        }
    }

    private static JsonNode tried(Path home, Path jar, SampleProject sample, String entry) throws Exception {
        Files.writeString(home.resolve("config/transformers.yaml"), "inbound:\n  - " + entry + "\n");
        List<String> options = List.of(
                "-Dserai.checkout=" + System.getProperty("serai.home"),
                "-cp",
                System.getProperty("java.class.path") + ":" + jar);
        List<String> arguments = List.of(
                "--home",
                home.toString(),
                "try",
                "--json",
                sample.file("external.eml").toString());
        try (ChildJvm child = ChildJvm.start(Serai.class, options, arguments)) {
            child.awaitExit(Duration.ofSeconds(60));
            return Json.MAPPER.readTree(child.output()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(child.output())));
        }
    }
}
