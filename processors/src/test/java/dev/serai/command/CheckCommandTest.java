package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CheckCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path instance;

    @BeforeEach
    void theCheckoutIsTheOneOfTheBuild() {
        System.setProperty(Serai.CHECKOUT, System.getProperty("serai.home"));
    }

    @Test
    void anUntouchedInstanceShouldPass() {
        assertThat(serai("check")).isZero();
        assertThat(out.toString()).endsWith("files: nothing wrong" + System.lineSeparator());
    }

    @Test
    void aBadEditShouldBeOneLineAndExitOne() throws IOException {
        write("config/queues/vip.yaml", "description: VIP.\nleese: 1h\n");

        assertThat(serai("check")).isOne();
        assertThat(out.toString().lines())
                .contains("config/queues/vip.yaml:2: unknown key 'leese'; did you mean 'lease'?")
                .anyMatch(line -> line.endsWith("files: 1 error, 0 warnings"));
    }

    @Test
    void aChainOfOnesOwnThatLeavesOutWhatIsShippedShouldBeAWarning() throws IOException {
        write("config/transformers.yaml", """
                inbound:
                  - {name: tnef, type: tnef}
                  - {name: uuencode, type: uuencode, enabled: false}
                """);

        assertThat(serai("check")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("config/transformers.yaml:1: warning: inbound has no smime, which"))
                .anyMatch(line -> line.contains("outbound has no forbidden-headers"))
                .anyMatch(line -> line.endsWith("files: 0 errors, 2 warnings"));
    }

    @Test
    void jsonShouldHaveTheSame() throws IOException {
        write("config/queues/vip.yaml", "description: VIP.\nleese: 1h\n");

        assertThat(serai("check", "--json")).isOne();
        var problem = Json.MAPPER.readTree(out.toString()).path("problems").path(0);
        assertThat(problem.path("file").asText()).isEqualTo("config/queues/vip.yaml");
        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("severity").asText()).isEqualTo("error");
    }

    @Test
    void configShouldSayWhereAValueCameFrom() throws IOException {
        write("config/application.properties", "serai.queue.window=7\n");

        assertThat(serai("config", "--changed")).isZero();
        assertThat(out.toString()).contains("serai.queue.window = 7").contains("# config/application.properties:1");
    }

    private int serai(String... arguments) {
        return Serai.commandLine(Map.of("SERAI_HOME", instance.toString()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    private void write(String path, String text) throws IOException {
        Path file = instance.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
