package dev.serai.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a login by OAuth 2 is said with its line before anybody connects. */
class OAuth2CheckTest {
    private static final List<String> MICROSOFT = List.of(
            "host: outlook.office365.com",
            "username: support@example.com",
            "secret: env:SECRET",
            "oauth2: microsoft",
            "oauth2ClientId: 3f2a7c1e",
            "oauth2Tenant: example.onmicrosoft.com");
    private static final List<String> GOOGLE = List.of(
            "host: imap.gmail.com",
            "username: support@example.com",
            "secret: env:SECRET",
            "oauth2: google",
            "oauth2ClientId: 3f2a7c1e",
            "oauth2RefreshToken: env:REFRESH");

    @Test
    void completeLoginsShouldBeFine() {
        assertThat(problems(MICROSOFT)).isEmpty();
        assertThat(problems(GOOGLE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth2ClientId", "oauth2Tenant", "username", "secret"})
    void whatMicrosoftNeedsShouldBeMissed(String key) {
        assertThat(problems(without(MICROSOFT, key)))
                .isNotEmpty()
                .allMatch(problem -> problem.contains("'" + key + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth2ClientId", "oauth2RefreshToken", "username", "secret"})
    void whatGoogleNeedsShouldBeMissed(String key) {
        assertThat(problems(without(GOOGLE, key))).isNotEmpty().allMatch(problem -> problem.contains("'" + key + "'"));
    }

    @Test
    void whatIsMissingShouldBeSaidWithFileAndLine() {
        assertThat(problems(without(MICROSOFT, "oauth2Tenant")))
                .containsExactly("routes/capture/capture-mail-support.camel.yaml:12: 'oauth2Tenant' is missing;"
                        + " oauth2: microsoft needs it");
    }

    @ParameterizedTest
    @CsvSource({
        "oauth2RefreshToken: env:X, has no effect with oauth2: microsoft",
        "security: none, expected tls or starttls-required",
        "security: starttls, expected tls or starttls-required",
        "oauth2TokenUrl: http://login.example.com/token, expected the https address",
        "oauth2TokenUrl: https://me:secret@login.example.com/token, expected the https address",
        "oauth2TokenUrl: login.example.com, expected the https address"
    })
    void whatContradictsShouldBeRefused(String line, String reason) {
        assertThat(problems(with(MICROSOFT, line))).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "organizations", "a/b", "x?y"})
    void aTenantThatIsNoDirectoryShouldBeRefused(String tenant) {
        assertThat(problems(with(without(MICROSOFT, "oauth2Tenant"), "oauth2Tenant: " + tenant)))
                .singleElement()
                .asString()
                .contains("'oauth2Tenant': '" + tenant + "' is no directory");
    }

    @Test
    void aTenantShouldBeRefusedForGoogle() {
        assertThat(problems(with(GOOGLE, "oauth2Tenant: example.com")))
                .singleElement()
                .asString()
                .contains("has no effect with oauth2: google");
    }

    @Test
    void optionsOfOauth2ShouldBeRefusedWithoutIt() {
        assertThat(problems(without(MICROSOFT, "oauth2:")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("has no effect without oauth2"));
    }

    @Test
    void aConnectionWithoutTlsShouldBePossibleOnThisMachine() {
        assertThat(problems(with(
                        without(MICROSOFT, "host"),
                        "host: 127.0.0.1",
                        "security: none",
                        "oauth2TokenUrl: http://localhost:8080/token")))
                .isEmpty();
    }

    private static List<String> problems(List<String> lines) {
        String yaml = """
                - route:
                    id: capture-mail-support
                    description: A test.
                    from:
                      uri: kamelet:mailbox-source
                      parameters:
                        name: support
                        address: support@example.com
                        %s
                      steps:
                        - log: {id: captured, message: captured}
                """.formatted(String.join("\n        ", lines));
        return Generation.of(FileSet.ofTexts(Map.of("routes/capture/capture-mail-support.camel.yaml", yaml)))
                .problems()
                .stream()
                .filter(problem -> !problem.reason().contains("kamelet"))
                .map(Problem::toString)
                .toList();
    }

    private static List<String> without(List<String> lines, String key) {
        String start = key.endsWith(":") ? key : key + ":";
        return lines.stream().filter(line -> !line.startsWith(start)).toList();
    }

    private static List<String> with(List<String> lines, String... more) {
        return java.util.stream.Stream.concat(lines.stream(), List.of(more).stream())
                .toList();
    }
}
