package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.access.KeyBook;
import dev.serai.access.KeyName;
import dev.serai.access.KeyText;
import dev.serai.access.NewKey;
import dev.serai.access.Role;
import dev.serai.interaction.PointName;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the hub itself its tenants, and keys of points, are not told. */
class HubBehindTenantsTest {
    private static final String ROOT = "/api/v1";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static TwoHouses houses;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        houses = TwoHouses.start(folder, DatabaseSettings.embedded(folder, RestHub.CHECKOUT.resolve("sql")));
    }

    @AfterAll
    static void stop() throws Exception {
        houses.close();
    }

    private static Client ofPoint() {
        KeyText text = KeyText.random(new SecureRandom());
        NewKey wanted = new NewKey(
                KeyName.of("of-a-point"),
                Set.of(Role.VIEW),
                Set.of(PointName.of("rest")),
                Optional.empty(),
                null,
                null);
        houses.hub().store().writeNow(tx -> new KeyBook(tx).add(wanted, text, "test"));
        houses.hub().keysChanged();
        return new Client(houses.hub().port(), Guarded.bearer(text.reveal()));
    }

    @Test
    void healthShouldTellTheReasonsToTheHubsOwnOnly() {
        Map<String, Client> others = new LinkedHashMap<>();
        others.put("acme", houses.client(TwoHouses.ACME, "acme-sees", Role.VIEW));
        others.put("acme's administrator", houses.client(TwoHouses.ACME, "acme-rules", Role.ADMIN));
        others.put("a point", ofPoint());

        List<String> told = new ArrayList<>();
        others.forEach((who, client) -> {
            for (String path : List.of("/observe/health/live", "/observe/health/ready")) {
                if (client.get(path).json().size() != 1) {
                    told.add(who + ": " + path);
                }
            }
            for (String path : List.of("/observe/health", "/observe/metrics")) {
                if (client.get(path).status() != 403) {
                    told.add(who + ": " + path);
                }
            }
        });

        assertThat(told).isEmpty();
        assertThat(houses.hubs().get("/observe/health/ready").json().size()).isGreaterThan(1);
    }

    @Test
    void theLastAdminKeyOfTheHubShouldBeToldFromNoneByTheHubOnly() {
        Client acme = houses.client(TwoHouses.ACME, "acme-revokes", Role.ADMIN);
        houses.hubs().post(ROOT + "/keys/admin/revoke", "{}");

        Client.Answer hubs = acme.post(ROOT + "/keys/house-keeper/revoke", "{}");
        Client.Answer none = acme.post(ROOT + "/keys/nobody-there/revoke", "{}");

        assertThat(hubs.status()).isEqualTo(none.status()).isEqualTo(404);
        assertThat(hubs.at("/detail")).isEqualTo(none.at("/detail").replace("nobody-there", "house-keeper"));
        assertThat(houses.hubs().post(ROOT + "/keys/house-keeper/revoke", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void aKeyOfPointsShouldBeOfOneTenantWhereThereAreSeveral() {
        Client.Answer open =
                houses.hubs().post(ROOT + "/keys", "{'name':'rest-all','roles':['view'],'points':['rest']}");
        Client.Answer one = houses.hubs()
                .post(ROOT + "/keys", "{'name':'rest-one','roles':['view'],'points':['rest'],'tenant':'default'}");

        assertThat(open.status()).isEqualTo(400);
        assertThat(open.text()).contains("a key of points is of one tenant where there are several");
        assertThat(one.status()).isEqualTo(201);
    }
}
