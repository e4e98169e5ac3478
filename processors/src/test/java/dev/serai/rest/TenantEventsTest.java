package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.access.Role;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of events, as a tenant's caller follows it. */
class TenantEventsTest {
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
    void whatOthersDoShouldNotMoveTheOrderOfATenantsEvents() {
        houses.hub().sequence();
        String before = acme.get(ROOT + "/events?after=now").text();
        String after = acme.get(ROOT + "/events?after=0&limit=1000").at("/next");

        houses.hubsFor("globex").post(ROOT + "/interactions", "{'queue':'unrouted'}");
        houses.hub().sequence();

        assertThat(acme.get(ROOT + "/events?after=now").text()).isEqualTo(before);
        Client.Answer own = acme.get(ROOT + "/events?limit=1000&after=" + after);
        assertThat(own.at("/next")).isEqualTo(after);
        assertThat(own.at("/head")).isEqualTo(after);
        acme.post(ROOT + "/interactions", "{'queue':'unrouted'}");
        houses.hub().sequence();
        assertThat(acme.get(ROOT + "/events?limit=1&after=" + after).json().at("/items"))
                .hasSize(1);
    }

    @Test
    void aStreamThatGoesOnShouldTellItsTenantsEventsOnly() {
        List<String> told = new CopyOnWriteArrayList<>();

        acme.stream(ROOT + "/events", "Last-Event-ID", "0")
                .thenAccept(response -> response.body().forEach(told::add));

        await().until(() ->
                told.stream().anyMatch(line -> line.contains(houses.acme().the("stopped"))));
        assertThat(told)
                .noneMatch(line -> line.contains("globex"))
                .noneMatch(line -> line.contains(houses.globex().the("queued")));
    }
}
