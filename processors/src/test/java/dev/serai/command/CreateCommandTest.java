package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
class CreateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void theCheckoutIsTheOneOfTheBuild() {
        System.setProperty(Serai.CHECKOUT, System.getProperty("serai.home"));
    }

    @Test
    void anInstanceShouldHaveItsFoldersAndPassCheck() {
        Path desk = folder.resolve("desk");

        assertThat(serai("create", desk.toString())).isZero();
        assertThat(serai("check", "--home", desk.toString())).as(out.toString()).isZero();
        assertThat(out.toString()).contains("./serai new mailbox", "export SERAI_HOME=" + desk, "nothing wrong");
        for (String name : new String[] {"routes/capture", "config/queues", "lib", "data", "README.md"}) {
            assertThat(desk.resolve(name)).exists();
        }
    }

    @Test
    void aSecondTimeShouldOnlyBringTheSchemasUpToDate() throws IOException {
        serai("create", folder.toString());
        Files.writeString(folder.resolve("README.md"), "mine");
        Files.writeString(folder.resolve("schemas/queue.schema.json"), "{}");

        assertThat(serai("create", folder.toString())).isZero();
        assertThat(out.toString()).contains("was complete");
        assertThat(folder.resolve("README.md")).hasContent("mine");
        assertThat(Files.size(folder.resolve("schemas/queue.schema.json"))).isGreaterThan(1000);
    }

    @Test
    void editorsShouldFindEachSchema() throws IOException {
        serai("create", folder.toString());

        JsonNode schemas = Json.MAPPER
                .readTree(Files.readString(folder.resolve(".vscode/settings.json")))
                .path("yaml.schemas");
        assertThat(schemas).isNotEmpty();
        schemas.fieldNames()
                .forEachRemaining(path -> assertThat(folder.resolve(path)).exists());
        assertThat(schemas.path("./schemas/queue.schema.json").asText()).isEqualTo("/config/queues/*.yaml");
    }

    @Test
    void whatIsNoInstanceShouldBeLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        assertThat(serai("create", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not empty and no instance");
        assertThat(serai("create", folder.resolve("thesis.txt").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("thesis.txt is a file; expected a folder");
    }

    private int serai(String... arguments) {
        return Serai.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
