package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.access.Role;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.EventLog.NewEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.model.rest.GetDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers of the hub and callers of its tenants, each with what is theirs. */
class TenantCallersTest {
    private static final String ROOT = "/api/v1";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static TwoHouses houses;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Client acme;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        houses = TwoHouses.start(folder, DatabaseSettings.embedded(folder, RestHub.CHECKOUT.resolve("sql")));
        acme = houses.client(TwoHouses.ACME, "acme-admin", Role.ADMIN);
    }

    @AfterAll
    static void stop() throws Exception {
        houses.close();
    }

    @Test
    void aTenantThatNobodyDeclaresShouldBeRefusedWithThoseThatThereAre() {
        Client.Answer answer = houses.hubsFor("nobody").get(ROOT + "/queues");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).isEqualTo("Serai-Tenant is 'nobody'; expected one of acme, default, globex");
    }

    @Test
    void aTenantsCallerShouldNameNoOtherTenant() {
        assertThat(acme.get(ROOT + "/queues", Border.HEADER, "globex").status()).isEqualTo(403);
        assertThat(acme.get(ROOT + "/queues", Border.HEADER, "nobody").status()).isEqualTo(403);
        assertThat(acme.get(ROOT + "/queues", Border.HEADER, "acme").status()).isEqualTo(200);
    }

    @Test
    void aCallerOfTheHubShouldSeeAllTenantsAndOneWhereItSaysSo() {
        Client.Answer all = houses.hubs().get(ROOT + "/interactions?limit=500");
        Client.Answer one = houses.hubsFor("globex").get(ROOT + "/interactions?limit=500");

        assertThat(tenants(all)).contains("acme", "globex");
        assertThat(tenants(one)).containsOnly("globex");
        assertThat(depth(houses.hubs(), "general"))
                .isEqualTo(depth(houses.hubsFor("globex"), "general") + depth(acme, "general"));
        assertThat(names(houses.hubs().get(ROOT + "/tenants"))).containsExactly("acme", "default", "globex");
        assertThat(names(acme.get(ROOT + "/tenants"))).containsExactly("acme");
    }

    @Test
    void whatACallerOfTheHubMakesShouldBeWhoseItSays() {
        String plain = houses.hubs()
                .post(ROOT + "/interactions", "{'queue':'unrouted'}")
                .at("/tenant");
        String byQueue = houses.hubs()
                .post(ROOT + "/interactions", "{'queue':'acme-desk'}")
                .at("/tenant");
        String byParent = houses.hubs()
                .post(
                        ROOT + "/interactions",
                        "{'queue':'unrouted','parentId':'" + houses.globex().the("queued") + "'}")
                .at("/tenant");
        String byHeader = houses.hubsFor("globex")
                .post(ROOT + "/interactions", "{'queue':'unrouted'}")
                .at("/tenant");

        assertThat(List.of(plain, byQueue, byParent, byHeader)).containsExactly("default", "acme", "globex", "globex");
    }

    @Test
    void aCallerOfTheHubShouldPullWhatIsOfATenant() {
        String id = houses.hubs()
                .post(ROOT + "/interactions", "{'queue':'acme-desk','priority':100}")
                .at("/id");

        Client.Answer pulled = houses.hubs().post(ROOT + "/queues/acme-desk/pull", "{}");
        Client.Answer done = houses.hubs()
                .post(
                        ROOT + "/interactions/" + id + "/complete",
                        "{'token':'" + pulled.at("/items/0/lease/token") + "'}");

        assertThat(pulled.at("/items/0/id")).isEqualTo(id);
        assertThat(done.status()).isEqualTo(200);
    }

    @Test
    void anAdministratorOfATenantShouldMakeAndSeeItsKeysOnly() {
        Client.Answer made = acme.post(ROOT + "/keys", "{'name':'acme-new','roles':['admin']}");

        assertThat(made.at("/tenant")).isEqualTo("acme");
        assertThat(new Client(houses.hub().port(), Guarded.bearer(made.at("/key")))
                        .get(ROOT + "/routes")
                        .status())
                .isEqualTo(403);
        assertThat(acme.get(ROOT + "/keys").json().path("items"))
                .allSatisfy(key -> assertThat(key.path("tenant").asText()).isEqualTo("acme"));
        assertThat(acme.post(ROOT + "/keys/acme-new/revoke", "{}").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorOfTheHubShouldMakeKeysOfAnyTenantOrOfTheHub() {
        Client hub = houses.hubs();

        assertThat(hub.post(ROOT + "/keys", "{'name':'one','roles':['view']}")
                        .json()
                        .has("tenant"))
                .isFalse();
        assertThat(hub.post(ROOT + "/keys", "{'name':'two','roles':['view'],'tenant':'globex'}")
                        .at("/tenant"))
                .isEqualTo("globex");
        assertThat(houses.hubsFor("acme")
                        .post(ROOT + "/keys", "{'name':'three','roles':['view']}")
                        .at("/tenant"))
                .isEqualTo("acme");
        assertThat(hub.post(ROOT + "/keys", "{'name':'four','roles':['view'],'tenant':'nobody'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aKeptAnswerShouldBeItsTenantsOnly() {
        Client globex = houses.client(TwoHouses.GLOBEX, "globex-admin", Role.ADMIN);
        String first = acme.post(ROOT + "/interactions", "{'queue':'unrouted'}", "Idempotency-Key", "same")
                .at("/id");
        Client.Answer second = globex.post(ROOT + "/interactions", "{'queue':'unrouted'}", "Idempotency-Key", "same");
        Client.Answer byHub =
                houses.hubsFor("acme").post(ROOT + "/interactions", "{'queue':'unrouted'}", "Idempotency-Key", "same");
        Client.Answer byHubForAll =
                houses.hubs().post(ROOT + "/interactions", "{'queue':'unrouted'}", "Idempotency-Key", "same");

        assertThat(List.of(second.at("/id"), byHub.at("/id"), byHubForAll.at("/id")))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
        assertThat(second.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void aPullThatWaitsShouldWakeForItsOwnTenantsWorkOnly() {
        acme.post(ROOT + "/queues/billing/pull", "{'max':100}");
        CompletableFuture<Client.Answer> waiting =
                acme.postAsync(ROOT + "/queues/billing/pull", "{'wait':30,'max':10}");
        await().until(() -> houses.hub().waitingPulls() == 1);

        houses.hubsFor("globex").post(ROOT + "/interactions", "{'queue':'billing'}");
        String own = houses.hubsFor("acme")
                .post(ROOT + "/interactions", "{'queue':'billing'}")
                .at("/id");

        JsonNode items = waiting.join().json().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("id").asText()).isEqualTo(own);
    }

    @Test
    void aStreamShouldTellItsTenantsEventsOnly() {
        List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        acme.stream(ROOT + "/events?after=now")
                .thenAccept(response -> response.body().forEach(told::add));
        await().until(() -> houses.hub().streams() == 1);

        for (String tenant : List.of("globex", "*", "acme")) {
            houses.hub().store().writeNow(tx -> {
                tx.events().append(tenant, "point:" + tenant, NewEvent.of("serai.capture.silent", "of-" + tenant));
                return tenant;
            });
        }
        houses.hub().sequence();

        await().until(() -> told.stream().anyMatch(line -> line.contains("of-acme")));
        assertThat(told).noneMatch(line -> line.contains("globex") || line.contains("of-*"));
    }

    @Test
    void theStatusOfATenantShouldTellNoFileRouteOrFollower() {
        JsonNode status = acme.get(ROOT + "/status").json();

        assertThat(status.path("routes")).isEmpty();
        assertThat(status.path("config").fieldNames()).toIterable().containsExactly("id", "appliedAt");
        assertThat(status.path("capturePoints")).hasSize(1);
        assertThat(status.path("tenant").asText()).isEqualTo("acme");
        assertThat(names(status.path("tenants"))).containsExactly("acme");
    }

    @Test
    void aSharedQueueShouldBeSteeredByTheHubOnly() {
        assertThat(acme.post(ROOT + "/queues/unrouted/pause", "{}").status()).isEqualTo(403);
        assertThat(acme.post(ROOT + "/queues/acme-desk/pause", "{}").status()).isEqualTo(200);
        assertThat(acme.post(ROOT + "/queues/acme-desk/resume", "{}").status()).isEqualTo(200);
        assertThat(houses.hubsFor("acme")
                        .post(ROOT + "/queues/unrouted/pause", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(houses.hubs().post(ROOT + "/queues/unrouted/resume", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void aVerbThatSaysNothingShouldBeForTheHubOnly() {
        assertThat(Rights.isForTenants(new GetDefinition())).isFalse();
        assertThat(Rights.isForTenants(secured("view"))).isFalse();
        assertThat(Rights.isForTenants(secured("view,tenant"))).isTrue();
        assertThat(Rights.isForTenants(secured("view,tenant", "operate"))).isFalse();
    }

    private static GetDefinition secured(String... scopes) {
        GetDefinition verb = new GetDefinition();
        for (String words : scopes) {
            org.apache.camel.model.rest.SecurityDefinition one = new org.apache.camel.model.rest.SecurityDefinition();
            one.setKey(Rights.SCHEME);
            one.setScopes(words);
            verb.getSecurity().add(one);
        }
        return verb;
    }

    private static List<String> tenants(Client.Answer answer) {
        return answer.json().path("items").findValuesAsText("tenant");
    }

    private static List<String> names(Client.Answer answer) {
        return names(answer.json().path("items"));
    }

    private static List<String> names(JsonNode items) {
        return items.findValuesAsText("name");
    }

    private static long depth(Client client, String queue) {
        for (JsonNode one : client.get(ROOT + "/queues").json().path("items")) {
            if (one.path("name").asText().equals(queue)) {
                return one.path("depth").asLong();
            }
        }
        throw new AssertionError("no queue " + queue);
    }
}
