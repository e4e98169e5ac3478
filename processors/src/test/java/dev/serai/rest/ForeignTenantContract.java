package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.access.Role;
import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every call as a foreign tenant, in every role: nothing seen, nothing changed. A verb that is not in the table fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForeignTenantContract {
    /** Answers that tell the time, or what other calls did meanwhile. */
    private static final Set<String> MOVING = Set.of("api-status-get", "api-queues-list", "api-events-list");

    private final Map<Role, Client> clients = new EnumMap<>(Role.class);

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private TwoHouses houses;

    abstract DatabaseSettings freshDatabase(Path folder);

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        houses = TwoHouses.start(folder, freshDatabase(folder));
        for (Role role : Role.values()) {
            clients.put(role, houses.client(TwoHouses.ACME, "acme-" + role.word(), role));
        }
    }

    @AfterAll
    void stop() throws Exception {
        houses.close();
    }

    private List<ForeignCall> attempts() {
        return ForeignCalls.of(houses.acme()::the);
    }

    @Test
    void everyVerbShouldBeTried() {
        Set<String> tried = attempts().stream().map(ForeignCall::verb).collect(Collectors.toCollection(TreeSet::new));

        assertThat(tried).isEqualTo(verbs());
    }

    private Set<String> verbs() {
        Set<String> verbs = new TreeSet<>();
        JsonNode document = houses.hubs().get("/api/v1/openapi.json").json();
        document.path("paths")
                .forEach(path ->
                        path.forEach(verb -> verbs.add(verb.path("operationId").asText())));
        verbs.removeAll(ForeignCalls.OF_ANYBODY);
        return verbs;
    }

    @Test
    void aForeignTenantShouldSeeAndChangeNothing() throws SQLException {
        Estate never = Estate.never(houses.globex());
        String before = houses.digest(TwoHouses.GLOBEX);
        List<String> leaks = new ArrayList<>();

        for (ForeignCall attempt : attempts()) {
            clients.forEach((role, client) -> {
                Client.Answer foreign = attempt.ask(client, houses.globex());
                leaks.addAll(leaks(attempt, role, foreign));
                if (role != Role.ADMIN && foreign.status() == 403) {
                    return;
                }
                Client.Answer missing = attempt.ask(client, never);
                if (!same(attempt, foreign, missing, never)) {
                    leaks.add(attempt + " as " + role + " is not as if it never were: " + foreign.status() + " "
                            + foreign.text() + " / " + missing.status() + " " + missing.text());
                }
            });
        }

        assertThat(leaks).isEmpty();
        assertThat(houses.digest(TwoHouses.GLOBEX)).isEqualTo(before);
    }

    private List<String> leaks(ForeignCall attempt, Role role, Client.Answer answer) {
        String text = answer.text();
        for (String said : attempt.said(houses.globex())) {
            text = text.replace(said, "");
        }
        String seen = text + answer.response().headers().map();
        List<String> leaks = new ArrayList<>();
        if (ForeignCalls.OF_THE_HUB.contains(attempt.verb()) && answer.status() != 403) {
            leaks.add(attempt + " as " + role + " is about the hub: " + answer.status());
        }
        houses.globex().things().values().stream()
                .filter(seen::contains)
                .findFirst()
                .ifPresent(marker -> leaks.add(attempt + " as " + role + " tells " + marker + ": " + seen));
        return leaks;
    }

    private boolean same(ForeignCall attempt, Client.Answer foreign, Client.Answer missing, Estate never) {
        if (foreign.status() != missing.status()) {
            return false;
        }
        return foreign.status() < 300 && !attempt.isGet()
                || MOVING.contains(attempt.verb())
                || plain(foreign, houses.globex()).equals(plain(missing, never));
    }

    /** What was answered, without what tells one request and one estate from another. */
    private static String plain(Client.Answer answer, Estate estate) {
        String plain = answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
        for (Map.Entry<String, String> thing : new TreeMap<>(estate.things()).entrySet()) {
            plain = plain.replace(thing.getValue(), thing.getKey());
        }
        return plain;
    }

    @Test
    void ownThingsShouldBeSeen() {
        List<String> unseen = new ArrayList<>();
        Client admin = clients.get(Role.ADMIN);

        for (ForeignCall attempt : attempts()) {
            if (attempt.isGet() && !ForeignCalls.OF_THE_HUB.contains(attempt.verb())) {
                Client.Answer answer = attempt.ask(admin, houses.acme());
                if (answer.status() != 200 && !attempt.path().startsWith("/quarantine/<quarantined>/raw")) {
                    unseen.add(attempt + ": " + answer.status() + " " + answer.text());
                }
            }
        }

        assertThat(unseen).isEmpty();
    }

    @Test
    void aCallerOfTheHubShouldFindTheThingsOfAnyTenantUnlessItNamesOne() {
        List<String> wrong = new ArrayList<>();
        for (ForeignCall attempt : attempts()) {
            boolean named = attempt.path().contains("<");
            if (attempt.isGet() && named && !ForeignCalls.OF_THE_HUB.contains(attempt.verb())) {
                int all = attempt.ask(houses.hubs(), houses.globex()).status();
                int own = attempt.ask(houses.hubsFor(TwoHouses.GLOBEX), houses.globex())
                        .status();
                Client.Answer other = attempt.ask(houses.hubsFor(TwoHouses.ACME), houses.globex());
                Client.Answer foreign = attempt.ask(clients.get(Role.ADMIN), houses.globex());
                if (all != own
                        || other.status() != foreign.status()
                        || !plain(other, houses.globex()).equals(plain(foreign, houses.globex()))) {
                    wrong.add(attempt + ": " + all + " " + own + " " + other.text() + " " + foreign.text());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
