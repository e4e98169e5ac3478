package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form's interactions are its tenant's, whoever posts. */
class WebformTenantTest {
    @Test
    void whatIsPostedShouldBelongToTheTenantOfTheForm(@TempDir Path folder) throws Exception {
        try (WebformHub hub = WebformHub.start(folder, Map.of(), Map.of("acme-contact", "tenant: acme"))) {
            Client.Answer answer = hub.post(
                    "acme-contact",
                    "email=jo@example.org&message=x",
                    "Serai-Tenant",
                    "default",
                    "Idempotency-Key",
                    "a");
            Client.Answer again = hub.post("acme-contact", "email=jo@example.org&message=x", "Idempotency-Key", "a");
            String path = "/api/v1/interactions/" + answer.at("/reference");

            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(hub.client().get(path).at("/tenant")).isEqualTo("acme");
            assertThat(hub.client("Serai-Tenant", "default").get(path).status()).isEqualTo(404);
        }
    }
}
