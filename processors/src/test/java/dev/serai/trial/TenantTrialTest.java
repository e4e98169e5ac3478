package dev.serai.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Settings;
import dev.serai.interaction.TenantName;
import dev.serai.mime.RawSource;
import dev.serai.strategy.Playbook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mail that a tenant's caller tries is that tenant's, whoever's mailbox it is addressed to. */
class TenantTrialTest {
    private static final RawSource MAIL = RawSource.of(
            "From: jo@example.org\r\nTo: desk@globex.example\r\nSubject: Hello\r\n\r\nHello\r\n".getBytes(UTF_8));

    private final TrialHouse house = new TrialHouse()
            .file("config/tenants/acme.yaml", "description: Acme\n")
            .file("config/tenants/globex.yaml", "description: Globex\n")
            .file("routes/capture/capture-mail-globex.camel.yaml", """
                    - route:
                        id: capture-mail-globex
                        description: The desk of Globex
                        from:
                          uri: kamelet:mailbox-source
                          parameters: {name: globex, address: desk@globex.example, host: mail.example.com, username: x, secret: "env:NOBODY", tenant: globex}
                          steps:
                            - log: {id: captured, message: captured}
                    """)
            .strategy("");

    @Test
    void aMailShouldBeOfTheTenantWhoseMailboxItIsTo() throws Exception {
        assertThat(tried(null).tenant()).isEqualTo("globex");
    }

    @Test
    void aForeignMailboxShouldNotBePickedForACallerOfATenant() throws Exception {
        assertThat(tried(TenantName.of("acme")).tenant()).isEqualTo("acme");
    }

    private TrialReport tried(@Nullable TenantName tenant) throws Exception {
        Playbook playbook = Playbook.of(house.generation(), Settings.of(java.util.Map.of()));
        try (Trial trial = new Trial(playbook, getClass().getClassLoader())) {
            return trial.run("test", MAIL, null, tenant, Instant.now());
        }
    }
}
