package dev.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.serai.access.Role;
import dev.serai.access.jwt.TokenCaller;
import dev.serai.access.jwt.Tokens;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.files.Home;
import dev.serai.files.Settings;
import dev.serai.interaction.Json;
import dev.serai.rest.StartCheck;
import dev.serai.testing.Issuer;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of the guide take the tokens that it shows beside them, as it says. */
class TokenGuideTest {
    private static final String PAGE = "docs/guides/use-tokens-of-an-identity-provider.md";

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) {
        return Page.of(PAGE).blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(Block::text)
                .toList();
    }

    @Test
    void eachBlockOfSettingsShouldStartAHub() throws Exception {
        assertThat(blocks("properties")).hasSize(2);
        for (String block : blocks("properties")) {
            Files.createDirectories(folder.resolve("config"));
            Files.writeString(folder.resolve("config/application.properties"), block);
            Home instance = new Home(folder, Page.CHECKOUT);
            Settings settings = Settings.load(instance);

            assertThat(settings.problems()).isEmpty();
            assertThat(StartCheck.problems(settings, instance)).isEmpty();
        }
    }

    @Test
    void theTokenOfKeycloakShouldBeALeads() throws Exception {
        TokenCaller anna = caller(0);

        assertThat(anna.name()).isEqualTo("jwt:anna");
        assertThat(anna.roles()).containsExactlyInAnyOrder(Role.OPERATE, Role.HANDLE);
    }

    @Test
    void theTokenOfEntraShouldHandle() throws Exception {
        TokenCaller program = caller(1);

        assertThat(program.name()).isEqualTo("jwt:c7b1a6f2-93a4-4a44-9d5e-3f1f8a2b6c70");
        assertThat(program.roles()).containsExactly(Role.HANDLE);
    }

    private static TokenCaller caller(int number) throws Exception {
        Map<String, Object> claims =
                Json.MAPPER.readValue(blocks("json").get(number), new TypeReference<Map<String, Object>>() {});
        JWTClaimsSet.Builder signed = new JWTClaimsSet.Builder(JWTClaimsSet.parse(claims))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        Properties settings = new Properties();
        settings.load(new StringReader(blocks("properties").get(number)));
        Map<String, String> all = new TreeMap<>();
        settings.stringPropertyNames().forEach(name -> all.put(name, settings.getProperty(name)));
        try (Issuer issuer = Issuer.start()) {
            all.put("serai.jwt.jwks", issuer.jwks());
            try (Tokens tokens = Tokens.of(Settings.of(all), Home.of(Page.CHECKOUT), Set::of, Clock.systemUTC())
                    .orElseThrow()) {
                tokens.start(() -> {});
                await().until(tokens::canRead);
                return ((Accepted) tokens.judge(issuer.signed(signed.build())).join()).caller();
            }
        }
    }
}
