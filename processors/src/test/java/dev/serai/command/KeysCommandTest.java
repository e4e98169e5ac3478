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

/** `./serai keys`, and the other commands where a key is needed. */
class KeysCommandTest {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private RestHub hub;
    private Path home;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        home = folder.resolve("home");
        hub = RestHub.start(
                home.resolve("data"),
                Map.of("serai.http.authentication", "keys"),
                Map.of("config/tenants/acme.yaml", "description: Acme\n"));
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.properties"), "serai.http.port=" + hub.port() + "\n");
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void aKeyThatTheFirstOneMadeShouldDoWhatItsRoleSays() {
        assertThat(run(Map.of(), "keys", "add", "anna", "--role", "view", "--rate", "100/s", "--expires", "90d"))
                .isZero();
        String key = out.toString().strip();
        assertThat(key).matches("serai_[0-9A-Za-z]{46}");
        assertThat(err.toString()).contains("the key of anna");

        assertThat(run(Map.of("SERAI_KEY", key), "status")).isZero();
        assertThat(run(Map.of("SERAI_KEY", key), "pause", "queue", "general")).isEqualTo(1);
        assertThat(err.toString()).contains("the key 'anna' has not got the role operate");

        assertThat(run(Map.of(), "keys", "list")).isZero();
        assertThat(out.toString()).contains("anna", "view", "100/s", "expires").doesNotContain(key);

        assertThat(run(Map.of(), "keys", "revoke", "anna")).isZero();
        assertThat(run(Map.of("SERAI_KEY", key), "status")).isEqualTo(1);
        assertThat(err.toString()).contains("refuses the key: the key 'anna' was revoked");
    }

    @Test
    void aKeyFileShouldBeStrongerThanTheVariable() throws Exception {
        assertThat(run(Map.of(), "keys", "add", "anna", "--role", "view", "--json"))
                .isZero();
        Path file = home.resolve("key");
        Files.writeString(file, out.toString().replaceAll("(?s).*\"key\" : \"([^\"]+)\".*", "$1") + "\n");

        assertThat(run(Map.of("SERAI_KEY", "serai_wrong"), "status", "--key-file", file.toString()))
                .isZero();
    }

    @Test
    void aKeyOfATenantShouldShowThatTenantOnly() {
        assertThat(run(Map.of(), "keys", "add", "clerk", "--role", "admin", "--tenant", "acme"))
                .isZero();
        String key = out.toString().strip();

        assertThat(run(Map.of("SERAI_KEY", key), "keys", "list")).isZero();
        assertThat(out.toString()).contains("clerk", "acme").doesNotContain("(hub)");
        assertThat(run(Map.of("SERAI_KEY", key), "status")).isZero();
        assertThat(out.toString()).doesNotContain("tenants");
        assertThat(run(Map.of("SERAI_KEY", key), "status", "--tenant", "default"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is of tenant 'acme'");
    }

    @Test
    void theHubsCommandsShouldActForATenantByOptionAndByVariable() {
        assertThat(run(Map.of(), "status")).isZero();
        assertThat(out.toString()).containsPattern("tenants +acme").doesNotContain("shown");
        assertThat(run(Map.of("SERAI_TENANT", "acme"), "status")).isZero();
        assertThat(out.toString()).containsPattern("tenants +acme +shown");
        assertThat(run(Map.of("SERAI_TENANT", "acme"), "status", "--tenant", "default"))
                .isZero();
        assertThat(out.toString()).containsPattern("default +shown");
        assertThat(run(Map.of(), "status", "--tenant", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("expected one of acme, default");
        assertThat(run(Map.of("SERAI_TENANT", "No One"), "status")).isEqualTo(1);
        assertThat(err.toString()).contains("SERAI_TENANT: ");
    }

    @Test
    void whoHasNoKeyShouldBeToldHowToGetOne() throws Exception {
        Files.delete(home.resolve("data/admin.key"));

        assertThat(run(Map.of(), "status")).isEqualTo(1);
        assertThat(err.toString()).contains("wants a key", "SERAI_KEY", "--key-file");
    }

    @Test
    void aKeyShouldNotBeSentWhereItCouldBeRead() {
        assertThat(run(Map.of("SERAI_URL", "http://192.0.2.1:8080", "SERAI_KEY", "serai_x"), "status"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("expected https");
    }

    private int run(Map<String, String> environment, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine serai = Serai.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return serai.execute(all);
    }
}
