package dev.serai.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.command.Serai;
import dev.serai.interaction.Json;
import dev.serai.testing.ChildJvm;
import dev.serai.trial.TrialHouse;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of decision code can be copied, built alone, and dropped into an instance. */
class SampleDecisionTest {
    private static final String STEPS = """
            - to: {id: screen, uri: "kamelet:screen-action", parameters: {rules: billing}}
            - to: {id: points, uri: "kamelet:attach-action", parameters: {key: points, value: 250}}
            - to: {id: vip-desk, uri: "kamelet:bean-action", parameters: {class: %s, config: queue = vip}}
            """;

    @TempDir
    private Path folder;

    @Test
    void sampleShouldDecideFromLib() throws Exception {
        JsonNode report = Json.MAPPER.readTree(run("com.example.decision.VipDesk", "try", "--json", invoice())
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow());

        assertThat(report.at("/queue").asText()).isEqualTo("vip");
        assertThat(report.at("/priority").asInt()).isEqualTo(80);
        assertThat(report.at("/userData/category").asText()).isEqualTo("vip");
        assertThat(report.at("/replies/0/response").asText()).isEqualTo("ack-billing");
        assertThat(report.at("/decisions").toString()).contains("250 points, at least 100");
    }

    @Test
    void aClassThatIsNotThereShouldBeNamedWithTheNearest() throws Exception {
        assertThat(run("com.example.decision.VipDsk", "check"))
                .contains(
                        "routes/strategies/strategy-inbound.camel.yaml:9: 'class' of step 'vip-desk': no jar in lib/ has a"
                                + " class 'com.example.decision.VipDsk'; did you mean 'com.example.decision.VipDesk'?");
    }

    @Test
    void testOfTheSampleShouldPass() throws Exception {
        SampleProject sample = SampleProject.copyTo("decision", folder.resolve("mine"));
        Path jar = sample.jar(folder.resolve("example.jar"));
        Path tests = sample.compile("src/test", Files.createDirectories(folder.resolve("tests")));
        URL[] urls = {jar.toUri().toURL(), tests.toUri().toURL()};
        try (URLClassLoader classes = new URLClassLoader(urls, getClass().getClassLoader())) {
            Class<?> test = classes.loadClass("com.example.decision.VipDeskTest");
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

    private String run(String decisionClass, String... command) throws Exception {
        SampleProject sample = SampleProject.copyTo("decision", folder.resolve("mine"));
        Path home = folder.resolve("desk");
        Path jar = sample.jar(home.resolve("lib/example-decision-1.0.jar"));
        Files.createDirectories(home.resolve("config/queues"));
        Files.createDirectories(home.resolve("routes/strategies"));
        Files.writeString(home.resolve("config/queues/vip.yaml"), "description: Important customers.\n");
        Files.writeString(
                home.resolve("routes/strategies/strategy-inbound.camel.yaml"),
                TrialHouse.strategyText(STEPS.formatted(decisionClass)));
        List<String> options = List.of(
                "-Dserai.checkout=" + System.getProperty("serai.home"),
                "-cp",
                System.getProperty("java.class.path") + ":" + jar);
        List<String> arguments = Stream.concat(Stream.of("--home", home.toString()), Stream.of(command))
                .toList();
        try (ChildJvm child = ChildJvm.start(Serai.class, options, arguments)) {
            child.awaitExit(Duration.ofSeconds(60));
            return child.output();
        }
    }

    private static String invoice() {
        return Path.of(System.getProperty("serai.home"), "samples", "invoice.eml")
                .toString();
    }
}
