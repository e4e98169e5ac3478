package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `quarantine`. */
class QuarantineCommandTest {
    private AskedHub hub;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        hub = new AskedHub(folder);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void listShouldTellCausesAndCases() throws Exception {
        assertThat(hub.run("quarantine", "list")).isZero();
        assertThat(hub.out()).isEmpty();

        InteractionId id = hub.quarantined("1:1", "Subject: one\r\n\r\nhello");
        assertThat(hub.run("quarantine", "list")).isZero();
        assertThat(hub.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.equals("1 at intake: intake-failed"))
                .anyMatch(line -> line.startsWith(id.value()) && line.endsWith("support  it failed"));
        assertThat(hub.run("quarantine", "list", "--json")).isZero();
        assertThat(hub.out()).contains("\"cause\" : \"intake-failed\"");
    }

    @Test
    void exportShouldWriteTheOriginalBytes() throws Exception {
        InteractionId one = hub.quarantined("1:1", "Subject: one\r\n\r\nhello");
        hub.quarantined("1:2", "Subject: two\r\n\r\nhello");
        Path all = folder.resolve("all");

        assertThat(hub.run("quarantine", "export", all.toString())).isZero();
        assertThat(all.resolve(one + ".eml")).hasContent("Subject: one\r\n\r\nhello");
        assertThat(all.toFile().list()).hasSize(2);

        Path some = folder.resolve("some");
        assertThat(hub.run("quarantine", "export", some.toString(), one.value()))
                .isZero();
        assertThat(some.toFile().list()).containsExactly(one + ".eml");
    }

    @Test
    void exportShouldNameWhatIsNotThere() {
        Path all = folder.resolve("all");
        String nobody = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

        assertThat(hub.run("quarantine", "export", all.toString(), nobody)).isEqualTo(1);
        assertThat(hub.err()).isEqualToIgnoringNewLines(nobody + ": there are no original bytes");
        assertThat(all.toFile().list()).isEmpty();
        assertThat(hub.run("quarantine", "export", all.toString(), "../../x")).isEqualTo(2);
        assertThat(Files.exists(folder.resolve("x.eml"))).isFalse();
    }

    @Test
    void retryShouldSendEachBackAndNameThoseThatAreRefused() throws Exception {
        InteractionId one = hub.quarantined("1:1", "Subject: one\r\n\r\nhello");
        String nobody = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

        assertThat(hub.run("quarantine", "retry", nobody, one.value())).isEqualTo(1);
        assertThat(hub.out()).isEqualToIgnoringNewLines(one + ": retried");
        assertThat(hub.err()).isEqualToIgnoringNewLines(nobody + ": there is no such interaction");
        assertThat(hub.store()
                        .read(tx -> tx.interactions().load("default", one))
                        .orElseThrow()
                        .standing()
                        .state())
                .isEqualTo(State.QUEUED);
        assertThat(hub.run("quarantine", "retry", one.value())).isEqualTo(1);
        assertThat(hub.err()).contains(one + ": ", "queued");
    }

    @Test
    void wrongUseShouldSayWhatIsExpected() {
        assertThat(hub.run("quarantine")).isEqualTo(2);
        assertThat(hub.err()).contains("quarantine what? list, export, retry");
        assertThat(hub.run("quarantine", "retry", "nonsense")).isEqualTo(2);
        assertThat(hub.err()).contains("'nonsense' is no id of an interaction");
    }
}
