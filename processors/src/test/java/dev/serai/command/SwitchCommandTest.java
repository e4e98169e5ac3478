package dev.serai.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.rest.RestHub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** `pause` and `resume`. */
class SwitchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private RestHub hub;
    private Path home;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder.resolve("data"));
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.properties"), "serai.http.port=" + hub.port() + "\n");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void pausedRepliesShouldBeInTheStatusUntilTheyAreResumed() {
        assertThat(run("pause", "replies")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("automatic replies: paused");

        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .contains(
                        "- Automatic replies are paused since 20", "Resume answers again", "automatic replies paused");

        assertThat(run("resume", "replies")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("status")).isZero();
        assertThat(out.toString()).startsWith("All is well").doesNotContain("automatic replies paused");
    }

    @Test
    void aQueueShouldBePausedByItsName() {
        assertThat(run("pause", "queue", "billing")).isZero();
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("queue 'billing': paused", "Queue billing is paused");
    }

    @Test
    void whatIsNotThereShouldBeNamed() {
        assertThat(run("resume", "queue", "nobody")).isEqualTo(1);
        assertThat(err.toString()).startsWith("serai: there is no queue 'nobody'");
        assertThat(run("pause", "queue", "bilin")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no queue 'bilin'; did you mean 'billing'?");
    }

    @Test
    void wrongUseShouldSayWhatIsExpected() {
        assertThat(run("pause", "queue")).isEqualTo(2);
        assertThat(err.toString()).contains("queue needs a NAME, such as `pause queue billing`");
        assertThat(run("pause", "replies", "billing")).isEqualTo(2);
        assertThat(run("pause", "everything")).isEqualTo(2);
        assertThat(err.toString()).contains("replies, queue, point");
    }

    private int run(String... arguments) {
        CommandLine serai =
                Serai.commandLine(Map.of()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return serai.execute(all);
    }
}
