package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void aSettingNobodySetShouldHaveItsDefault() throws IOException {
        Settings settings = load("", Map.of(), Map.of());

        assertThat(settings.number(HttpKeys.PORT)).isEqualTo(8080);
        assertThat(settings.value(HttpKeys.PORT).origin()).isEqualTo("default");
        assertThat(settings.duration(ReplyKeys.MAX_AGE)).isEqualTo(Duration.ofHours(48));
        assertThat(settings.size(HttpKeys.MAX_BODY)).isEqualTo(25 << 20);
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void everyDefaultShouldHaveTheFormOfItsKey() {
        assertThat(SettingKeys.all())
                .filteredOn(key -> !key.fallback().isEmpty())
                .allSatisfy(key -> key.check(key.fallback()));
    }

    @Test
    void theSystemPropertyShouldWinOverTheEnvironmentAndTheFile() throws IOException {
        String file = "# a comment\nserai.http.port=1\nserai.queue.window = 7\nserai.language=de\n";

        Settings settings = load(
                file,
                Map.of("serai.http.port", "3"),
                Map.of("SERAI_HTTP_PORT", "2", "SERAI_QUEUE_WINDOW", "9", "SERAI_SUPPORT_SECRET", "x"));

        assertThat(settings.value(HttpKeys.PORT))
                .extracting(Settings.Value::text, Settings.Value::origin)
                .containsExactly("3", "system property -Dserai.http.port");
        assertThat(settings.value(QueueKeys.WINDOW))
                .extracting(Settings.Value::text, Settings.Value::origin)
                .containsExactly("9", "environment SERAI_QUEUE_WINDOW");
        assertThat(settings.value(HubKeys.LANGUAGE).origin()).isEqualTo("config/application.properties:4");
    }

    @Test
    void anUnknownKeyShouldBeNamedWithItsLineAndTheNearest() throws IOException {
        Settings settings = load("\nserai.http.prot=1\ncamel.main.name=x\n", Map.of(), Map.of());

        assertThat(settings.problems())
                .extracting(Problem::toString)
                .containsExactly("config/application.properties:2: unknown setting 'serai.http.prot'; did you mean"
                        + " 'serai.http.port'?");
        assertThat(settings.others()).containsEntry("camel.main.name", "x");
    }

    @Test
    void aValueOfTheWrongFormShouldBeNamedAndKeepTheDefault() throws IOException {
        Settings settings = load("serai.dispatch.mode=lively\n", Map.of(), Map.of());

        assertThat(settings.problems())
                .extracting(Problem::toString)
                .containsExactly("config/application.properties:1: setting 'serai.dispatch.mode': 'lively' is none of"
                        + " hold, live, divert");
        assertThat(settings.text(DispatchKeys.MODE)).isEqualTo("hold");
    }

    @Test
    void aWrongVariableShouldBeNamedWithoutALine() throws IOException {
        Settings settings = load("", Map.of(), Map.of("SERAI_HTTP_PORT", "x"));

        assertThat(settings.problems())
                .extracting(Problem::toString)
                .containsExactly("environment: setting 'serai.http.port': 'x' is not a whole number from 0 to 65535");
    }

    @Test
    void aPasswordShouldBeRefusedWhereverItStandsAndNeverRepeated() throws IOException {
        Settings settings = load(
                "serai.database.secret=hunter2\nserai.database.url=jdbc:postgresql://db/x?password=hunter2\n",
                Map.of(),
                Map.of());

        assertThat(settings.problems())
                .hasSize(2)
                .noneMatch(problem -> problem.reason().contains("hunter2"));
        assertThat(settings.all()).noneMatch(value -> value.text().contains("hunter2"));
    }

    @Test
    void aSecretShouldBeReadFromItsFileWithoutTheLineEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "+%&#)}${ \n");

        Secret secret = Secret.of("file:" + file);

        assertThat(secret.resolve()).isEqualTo("+%&#)}${ ");
        assertThat(secret.toString()).isEqualTo("file:" + file);
    }

    @Test
    void aMissingSecretShouldNameItsReference() {
        assertThatThrownBy(() -> Secret.of("env:SERAI_NO_SUCH_SECRET").resolve())
                .isInstanceOf(SecretMissing.class)
                .hasMessage("secret env:SERAI_NO_SUCH_SECRET: the environment has no variable SERAI_NO_SUCH_SECRET");
    }

    private Settings load(String file, Map<String, String> system, Map<String, String> environment) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/application.properties"), file);
        return new SettingsLoader(new Home(folder, folder), system, environment).load();
    }
}
