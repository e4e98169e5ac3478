package dev.serai.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose addresses are ours depends on whose mail it is. */
class OwnAddressesTest {
    private final OwnAddresses own = OwnAddresses.of(Generation.of(FileSet.ofTexts(Map.of(
            "config/tenants/acme.yaml", "description: Acme.\n",
            "config/tenants/globex.yaml", "description: Globex.\n",
            "routes/capture/capture-mail-acme.camel.yaml", mailbox("acme"),
            "routes/capture/capture-mail-globex.camel.yaml", mailbox("globex"),
            "routes/dispatch/dispatch-smtp-acme-out.camel.yaml", account("acme-out", ", tenant: acme"),
            "routes/dispatch/dispatch-smtp-news.camel.yaml", account("news", "")))));

    @ParameterizedTest
    @CsvSource({
        "acme,    Acme+c.token@example.com, true",
        "acme,    acme-out@example.com,     true",
        "acme,    news@example.com,         true",
        "acme,    globex@example.com,       false",
        "globex,  acme@example.com,         false",
        "globex,  acme-out@example.com,     false",
        "globex,  news@example.com,         true",
        "default, acme@example.com,         false",
        "default, news@example.com,         true",
    })
    void addressesOfAnotherTenantShouldBeAStrangersAndThoseOfSharedAccountsEverybodys(
            String tenant, String address, boolean ours) {
        assertThat(own.to(tenant).contains(address)).isEqualTo(ours);
    }

    private static String mailbox(String tenant) {
        return """
                - route:
                    id: capture-mail-%1$s
                    from:
                      uri: kamelet:mailbox-source
                      parameters: {name: %1$s, address: "%1$s@example.com", host: localhost, username: x,
                        secret: "env:X", tenant: %1$s}
                      steps: []
                """.formatted(tenant);
    }

    private static String account(String name, String tenant) {
        return """
                - route:
                    id: dispatch-smtp-%1$s
                    from:
                      uri: direct:dispatch-smtp-%1$s
                      steps:
                        - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: localhost,
                            from: "%1$s@example.com"%2$s}}
                """.formatted(name, tenant);
    }
}
