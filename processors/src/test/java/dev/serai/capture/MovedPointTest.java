package dev.serai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.PointName;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point whose file names another tenant than what it left in the database. */
class MovedPointTest {
    private static final PointName CRM = PointName.of("crm");

    @TempDir
    private Path folder;

    private CaptureHub hub;

    @BeforeEach
    void open() {
        hub = CaptureHub.in(folder).file("config/tenants/acme.yaml", "description: Acme\n");
        of("default");
        assertThat(hub.points().isPaused(CRM)).isFalse();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aPointWithAPastShouldRestWithTheReasonWhenItsTenantChanges() {
        remember("default");

        of("acme");

        assertThat(hub.points().isPaused(CRM)).isTrue();
        assertThat(hub.status("crm").lastError()).isEqualTo(PointPasts.REASON);
    }

    @Test
    void aPointThatGetsItsTenantBackShouldGoOn() {
        remember("default");
        of("acme");
        assertThat(hub.points().isPaused(CRM)).isTrue();

        of("default");

        assertThat(hub.points().isPaused(CRM)).isFalse();
    }

    @Test
    void aPointWithoutAPastShouldBecomeAnotherTenants() {
        of("acme");
        assertThat(hub.points().isPaused(CRM)).isFalse();
        remember("acme");

        of("default");

        assertThat(hub.points().isPaused(CRM)).isTrue();
    }

    private void remember(String tenant) {
        hub.store().writeNow(tx -> {
            tx.points().insert(tenant, CRM, "{}", tx.now());
            return true;
        });
    }

    private void of(String tenant) {
        hub.file("routes/capture/capture-rest-crm.camel.yaml", """
                - route:
                    id: capture-rest-crm
                    description: The CRM
                    from:
                      uri: kamelet:rest-capture-source
                      parameters: {name: crm, queue: unrouted, tenant: %s}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """.formatted(tenant));
    }
}
