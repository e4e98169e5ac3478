package dev.serai.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.files.Home;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtSettingsTest {
    @TempDir
    private Path folder;

    private void check(String... changed) {
        check(false, changed);
    }

    private void check(boolean shared, String... changed) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "serai.http.authentication", "keys",
                "serai.jwt.issuer", "https://id.example.com/",
                "serai.jwt.audience", "serai-hub",
                "serai.jwt.jwks", "https://id.example.com/certs"));
        for (int i = 0; i < changed.length; i += 2) {
            all.put(changed[i], changed[i + 1]);
        }
        Tokens.check(Settings.of(all), new Home(folder, folder), shared);
    }

    @Test
    void settingsThatGoTogetherShouldBeTaken() {
        assertThatCode(this::check).doesNotThrowAnyException();
        assertThatCode(() -> check("serai.jwt.issuer", "", "serai.http.authentication", "none"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    serai.http.authentication | none             | expected serai.http.authentication=keys
                    serai.jwt.audience        | ''               | serai.jwt.audience is missing
                    serai.jwt.audience        | ' , '            | serai.jwt.audience names nobody
                    serai.jwt.jwks            | ''               | serai.jwt.jwks is missing
                    serai.jwt.roles           | admin            | 'admin' is no pair
                    serai.jwt.roles           | =admin           | '=admin' is no pair
                    serai.jwt.roles           | boss=root        | 'root' is no role
                    serai.jwt.rate            | often            | 'often' is no rate
                    serai.jwt.clock-skew      | 11m              | expected at most 10m
                    serai.jwt.trust-store     | none.pem         | there is no readable file
                    """)
    void settingsThatDoNotShouldBeRefusedInWords(String name, String value, String words) {
        assertThatThrownBy(() -> check(name, value))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(words);
    }

    @Test
    void whoseTokensAreShouldBeSaidWhereThereAreTenants() {
        assertThatThrownBy(() -> check(true))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("serai.jwt.tenant-claim is missing");
        assertThatCode(() -> check(true, "serai.jwt.tenant-claim", "tenant")).doesNotThrowAnyException();
        assertThatCode(() -> check(true, "serai.jwt.tenant-claim", "none")).doesNotThrowAnyException();
        assertThatCode(() -> check(true, "serai.jwt.issuer", "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/certs",
                "http://127.0.0.1.example.com/certs",
                "http://localhost.example.com/certs",
                "ftp://id.example.com/certs",
                "https:///certs",
                "https://user:word@id.example.com/certs",
                "file:///etc/passwd",
                "https://id.example.com/a b"
            })
    void keysShouldNotComeByAWayThatOthersCanChange(String url) {
        assertThatThrownBy(() -> check("serai.jwt.jwks", url))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("expected an https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8/certs", "http://localhost/certs", "http://[::1]:80/certs"})
    void theLocalHostShouldDoWithoutTls(String url) {
        assertThatCode(() -> check("serai.jwt.jwks", url)).doesNotThrowAnyException();
    }

    @Test
    void aFileWithoutKeysShouldBeRefused() throws Exception {
        Files.writeString(folder.resolve("empty.json"), "{\"keys\":[]}");
        Files.writeString(folder.resolve("text.json"), "hello");

        assertThatThrownBy(() -> check("serai.jwt.jwks", "none.json")).hasMessageContaining("there is no file");
        assertThatThrownBy(() -> check("serai.jwt.jwks", "empty.json")).hasMessageContaining("there is no key in it");
        assertThatThrownBy(() -> check("serai.jwt.jwks", "text.json")).hasMessageContaining("it is no JSON");
    }

    @Test
    void aPathShouldFindNamesWithDotsToo() {
        Map<String, Object> claims = Map.of(
                "https://hub.example.com/roles",
                "view",
                "resource_access",
                Map.of("hub.example.com", Map.of("roles", "admin")));

        assertThat(new ClaimPath("https://hub.example.com/roles").words(claims)).containsExactly("view");
        assertThat(new ClaimPath("resource_access.hub.example.com.roles").words(claims))
                .containsExactly("admin");
        assertThat(new ClaimPath("resource_access.hub.roles").words(claims)).isEmpty();
        assertThat(new ClaimPath(".").words(claims)).isEmpty();
    }
}
