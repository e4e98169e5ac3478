package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Interaction;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tenants on one hub get the same mail of the same customer, and neither knows of the other's. */
class TwoTenantsTest {
    private static final String PASSWORD = "secret";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theSameMailToTwoTenantsShouldBeTwoOfEverything(String database) throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            TestInstance instance = new TestInstance(folder);
            for (String tenant : List.of("acme", "globex")) {
                furnish(instance, tenant, dovecot, sink);
                dovecot.deliver(tenant, mail("jo@example.org", "<question@example.org>", "In-Reply-To: <none@x.org>"));
            }
            strategy(instance);
            if (database.equals("PostgreSQL")) {
                instance.on(Postgres.shared().createDatabase());
            }

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> sink.received().size() == 2);
                Interaction acme = only(hub, "acme", "<question@example.org>");
                Interaction globex = only(hub, "globex", "<question@example.org>");
                assertThat(acme.origin().threadId()).isEqualTo(acme.id());
                assertThat(globex.origin().threadId()).isEqualTo(globex.id());
                assertThat(contact(acme).id()).isNotEqualTo(contact(globex).id());
                assertThat(contact(acme).address()).isEqualTo(contact(globex).address());
                assertThat(sink.received())
                        .extracting(SunkMail::text)
                        .anySatisfy(text -> assertThat(text).contains("From: acme@example.com"))
                        .anySatisfy(text -> assertThat(text).contains("From: globex@example.com"));

                dovecot.deliver(
                        "globex", mail("jo@example.org", "<more@example.org>", "In-Reply-To: <question@example.org>"));
                dovecot.deliver("globex", mail("acme@example.com", "<order@example.com>", "X-Order: 1"));
                await().atMost(SOON)
                        .until(() -> find(hub, "globex", "<order@example.com>").stream()
                                        .anyMatch(one -> one.contact() != null)
                                && find(hub, "globex", "<more@example.org>").stream()
                                        .anyMatch(one -> one.contact() != null));

                assertThat(only(hub, "globex", "<more@example.org>").origin().threadId())
                        .isEqualTo(globex.id());
                assertThat(contact(only(hub, "globex", "<order@example.com>")).address())
                        .as("another tenant's address is a customer's")
                        .isEqualTo("acme@example.com");
                assertThat(all(hub, "acme"))
                        .hasSize(2)
                        .allMatch(one -> one.origin().threadId().equals(acme.id()));
            }
        }
    }

    private static void furnish(TestInstance instance, String tenant, Dovecot dovecot, SmtpSink sink) throws Exception {
        dovecot.addUser(tenant, PASSWORD);
        instance.file("config/tenants/" + tenant + ".yaml", "description: One of two.\n")
                .file("config/queues/" + tenant + "-desk.yaml", "description: Desk.\ntenant: " + tenant + "\n")
                .imap(
                        tenant,
                        dovecot,
                        PASSWORD,
                        "mark-seen\n        duplicates: once\n        tenant: " + tenant + "\n        replyVia: "
                                + tenant)
                .account(tenant, sink.port(), tenant + "@example.com", "tenant: " + tenant, "replyToken: true");
    }

    private static void strategy(TestInstance instance) {
        instance.file("routes/strategies/strategy-inbound.test.yaml", "tests: []\n")
                .file("routes/strategies/strategy-inbound.camel.yaml", """
                        - route:
                            id: strategy-inbound
                            description: Answers, and places with the tenant.
                            from:
                              uri: direct:strategy-inbound
                              steps:
                                - to: {id: ack, uri: "kamelet:acknowledge-action", parameters: {response: ack-general}}
                                - choice:
                                    id: whose
                                    when:
                                      - id: acmes
                                        expression: {simple: {expression: "${body.tenant} == 'acme'"}}
                                        steps:
                                          - to: {id: acme, uri: "kamelet:place-action", parameters: {queue: acme-desk}}
                                - to: {id: globex, uri: "kamelet:place-action", parameters: {queue: globex-desk}}
                        """);
    }

    private static byte[] mail(String from, String messageId, String line) {
        return """
                From: %s\r
                To: acme@example.com, globex@example.com\r
                Subject: A question\r
                Message-ID: %s\r
                %s\r
                \r
                Where is it?\r
                """.formatted(from, messageId, line).getBytes(StandardCharsets.US_ASCII);
    }

    private static Contact contact(Interaction one) {
        return Objects.requireNonNull(one.contact());
    }

    private static Interaction only(Hub hub, String tenant, String messageId) {
        List<Interaction> found = find(hub, tenant, messageId);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Interaction> find(Hub hub, String tenant, String messageId) {
        return all(hub, tenant).stream()
                .filter(one -> messageId.equals(one.content().messageId()))
                .toList();
    }

    private static List<Interaction> all(Hub hub, String tenant) {
        return hub.store().read(tx -> tx.interactions().find(tenant, InteractionFilter.all()));
    }
}
