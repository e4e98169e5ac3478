package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class HiddenAttachmentTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("serai.home"));

    @TempDir
    private Path home;

    /** Rules read what transformers left: a name that hides in winmail.dat is found. */
    @Test
    void p30_forbiddenNameHiddenInWinmailShouldBeFoundByARule() throws Exception {
        Files.createDirectories(home.resolve("config/screening"));
        Files.writeString(home.resolve("config/screening/billing.yaml"), """
                rules:
                  - name: forbidden-attachment
                    pattern: 'RegExFind("\\.(csv|exe|js)\\b")'
                    in: ["userData:Attachments"]
                """);
        System.setProperty(Serai.CHECKOUT, CHECKOUT.toString());
        StringWriter out = new StringWriter();
        Serai.commandLine(Map.of("SERAI_HOME", home.toString()))
                .setOut(new PrintWriter(out))
                .execute(
                        "try", "--json", CHECKOUT.resolve("samples/winmail.eml").toString());
        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(report.at("/userData/Attachments").asText()).contains("winmail.dat");
        assertThat(report.at("/rules").toString()).contains("billing/forbidden-attachment");
    }
}
