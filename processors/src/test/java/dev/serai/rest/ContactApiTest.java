package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts over HTTP, on H2; each test has people of its own. */
class ContactApiTest {
    private static final String ACCOUNT = """
            - route:
                id: dispatch-smtp-default
                description: The account of the test
                from:
                  uri: direct:dispatch-smtp-default
                  steps:
                    - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: 127.0.0.1, from: support@example.com}}
            """;

    private static RestHub hub;
    private static Client client;

    private final String jo = "jo-" + UUID.randomUUID() + "@example.org";
    private final String al = "al-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder, Map.of(), Map.of("routes/dispatch/dispatch-smtp-default.camel.yaml", ACCOUNT));
        client = new Client(hub);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void aContactShouldBeFoundByItsAddressInAnyCase() {
        String id = contactOf(jo);

        Client.Answer found = client.get("/api/v1/contacts?address=" + jo.toUpperCase(java.util.Locale.ROOT));

        assertThat(found.at("/items/0/id")).isEqualTo(id);
        assertThat(found.at("/items/0/addresses/0")).isEqualTo(jo);
        assertThat(client.get("/api/v1/contacts/" + id).at("/address")).isEqualTo(jo);
    }

    @Test
    void nobodyShouldBeFoundWhereThereIsNobody() {
        assertThat(client.get("/api/v1/contacts?address=nobody@example.org")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(client.get("/api/v1/contacts/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(client.get("/api/v1/contacts").status()).isEqualTo(400);
    }

    @Test
    void anAddressShouldBeAddedOnce() {
        String path = "/api/v1/contacts/" + contactOf(jo) + "/addresses";
        String key = UUID.randomUUID().toString();

        Client.Answer first = client.post(path, "{'address':'" + al + "'}", "Idempotency-Key", key);
        Client.Answer again = client.post(path, "{'address':'" + al + "'}", "Idempotency-Key", key);

        assertThat(first.json().at("/addresses")).hasSize(2);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(contactOf(al)).isEqualTo(first.at("/id"));
    }

    @Test
    void anAddressOfSomebodyElseShouldBeRefused() {
        String other = contactOf(al);

        Client.Answer refused =
                client.post("/api/v1/contacts/" + contactOf(jo) + "/addresses", "{'address':'" + al + "'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains(other, "merge");
    }

    @Test
    void p62_anAddressOfOursShouldBeRefused() {
        Client.Answer refused =
                client.post("/api/v1/contacts/" + contactOf(jo) + "/addresses", "{'address':'support+x@example.com'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/address");
    }

    @Test
    void p62_whatOneOfOursSubmitsShouldBeWithNobody() {
        Client.Answer submitted =
                client.post("/api/v1/interactions", "{'queue':'general','from':'Support@example.com'}");

        assertThat(submitted.json().has("contact")).isFalse();
    }

    @Test
    void twoContactsShouldBecomeOneAndSayWhoDidIt() {
        String into = contactOf(jo);
        String gone = contactOf(al);

        Client.Answer merged = client.post(
                "/api/v1/contacts/" + into + "/merge", "{'contact':'" + gone + "','reason':'the same person'}");

        assertThat(merged.json().at("/addresses")).hasSize(2);
        assertThat(client.get("/api/v1/contacts/" + gone).status()).isEqualTo(404);
        assertThat(client.get("/api/v1/interactions?contact=" + into).json().at("/items"))
                .hasSize(2);
        assertThat(hub.store()
                        .read(tx -> tx.events().timeline("default", "contact:" + into))
                        .get(0)
                        .reason())
                .isEqualTo("the same person");
    }

    @Test
    void aContactShouldNotBeMergedWithItselfOrNobody() {
        String jos = contactOf(jo);

        assertThat(client.post("/api/v1/contacts/" + jos + "/merge", "{'contact':'" + jos + "'}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post("/api/v1/contacts/" + jos + "/merge", "{'contact':'" + UUID.randomUUID() + "'}")
                        .status())
                .isEqualTo(400);
    }

    private static String contactOf(String address) {
        return client.post("/api/v1/interactions", "{'queue':'general','from':'" + address + "'}")
                .at("/contact/id");
    }
}
