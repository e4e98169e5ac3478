package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.app.Hub;
import dev.serai.app.HubException;
import dev.serai.files.Home;
import dev.serai.files.Problem;
import dev.serai.files.Settings;
import dev.serai.testing.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `run` would refuse is told by `check` at its line of the settings. */
class StartCheckTest {
    @TempDir
    private Path folder;

    private List<String> problems(String... lines) throws IOException {
        Home home = home(lines);
        return StartCheck.problems(Settings.load(home), home).stream()
                .map(Problem::toString)
                .toList();
    }

    private Home home(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/application.properties"), "# port\n" + String.join("\n", lines));
        return new Home(folder, RestHub.CHECKOUT);
    }

    @Test
    void settingsOfTheCheckoutShouldBeTaken() throws IOException {
        assertThat(problems()).isEmpty();
    }

    @Test
    void whoseTokensAreShouldBeSaidWhereThereAreTenants() throws IOException {
        String[] tokens = {
            "serai.http.authentication=keys",
            "serai.jwt.issuer=https://id.example.com/",
            "serai.jwt.audience=hub",
            "serai.jwt.jwks=https://id.example.com/certs"
        };
        assertThat(problems(tokens)).isEmpty();
        Files.createDirectories(folder.resolve("config/tenants"));
        Files.writeString(folder.resolve("config/tenants/default.yaml"), "description: Us");
        assertThat(problems(tokens)).isEmpty();

        Files.writeString(folder.resolve("config/tenants/acme.yaml"), "description: Acme");

        assertThat(problems(tokens))
                .singleElement()
                .asString()
                .startsWith("config/application.properties:3:")
                .contains("serai.jwt.tenant-claim is missing");
    }

    @Test
    void anotherAddressShouldNeedKeysAndTls() throws IOException {
        assertThat(problems("serai.http.port=8443", "serai.http.host=0.0.0.0"))
                .singleElement()
                .asString()
                .startsWith("config/application.properties:3: serai.http.host is '0.0.0.0'");
        assertThat(problems("serai.http.host=0.0.0.0", "serai.http.authentication=keys"))
                .singleElement()
                .asString()
                .startsWith("config/application.properties:2:")
                .contains("there is no TLS");
    }

    @Test
    void divertedMailShouldHaveAnAddress() throws IOException {
        assertThat(problems("serai.dispatch.mode=divert"))
                .containsExactly("config/application.properties:2: serai.dispatch.mode is divert and"
                        + " serai.dispatch.divert-to is missing; expected an address");
        assertThat(problems("serai.dispatch.mode=divert", "serai.dispatch.divert-to=nonsense"))
                .singleElement()
                .asString()
                .startsWith("config/application.properties:3: 'serai.dispatch.divert-to': 'nonsense'");
    }

    @Test
    void certificatesShouldBeThereAndFitTheirKeys() throws IOException {
        Certificate good = Certificate.forHost("localhost");
        Path other = Certificate.forHost("hub.example.com").keyPem();
        String pem = "serai.http.certificate=" + good.certificatePem();

        assertThat(problems(pem, "serai.http.certificate-key=none.pem"))
                .singleElement()
                .asString()
                .startsWith("config/application.properties:3: serai.http.certificate-key: there is no readable file");
        assertThat(problems("serai.http.certificate=none.pem"))
                .singleElement()
                .asString()
                .startsWith("config/application.properties:2:")
                .contains("serai.http.certificate-key is missing");
        assertThat(problems(pem, "serai.http.certificate-key=" + other))
                .singleElement()
                .asString()
                .contains("does not belong to the certificate");
        assertThat(problems(pem, "serai.http.certificate-key=" + good.keyPem())).isEmpty();
    }

    @Test
    void everyMistakeShouldBeToldAtOnce() throws IOException {
        assertThat(problems(
                        "serai.http.host=10.0.0.1",
                        "serai.http.public-url=hub.example.com",
                        "serai.jwt.audience=hub",
                        "serai.jwt.issuer=https://id.example.com"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("config/application.properties:5: serai.jwt.issuer is set")
                        .contains("expected serai.http.authentication=keys"));
    }

    @Test
    void runShouldRefuseTheSameWithTheSameWords() throws IOException {
        Home home = home("serai.http.authentication=keys", "serai.jwt.issuer=https://id.example.com");
        Settings settings = Settings.load(home);
        String problem = StartCheck.problems(settings, home).get(0).toString();

        assertThat(problem)
                .isEqualTo("config/application.properties:3: serai.jwt.issuer is set and serai.jwt.audience is missing;"
                        + " expected words, separated by commas");
        assertThatThrownBy(() -> Hub.start(home, settings))
                .isInstanceOf(HubException.class)
                .hasMessage(problem);
    }
}
