package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.InteractionId;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.Undeliverable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why mail does not leave, over REST. */
class OutgoingApiTest {
    private static final String ROOT = "/api/v1";
    private static final String NO_LOGIN = "535 5.7.8 authentication failed";

    private static OutgoingHub house;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        house = OutgoingHub.start(folder);
        client = house.client();
    }

    @AfterAll
    static void stop() throws Exception {
        house.close();
    }

    @Test
    void p65_anAccountWhoseServerRefusesTheLoginShouldSaySoWithWhatWaits() {
        house.mail("support", State.DEFERRED, "login", NO_LOGIN, "jo@example.org");

        JsonNode account = account("support");

        assertThat(account.path("state").asText()).isEqualTo("failing");
        assertThat(account.path("problem").asText())
                .startsWith("smtp.example.com:587 refuses the login; ")
                .endsWith(": " + NO_LOGIN);
        assertThat(account.path("press").asText()).contains("mend the secret");
        assertThat(account.path("owner").asText()).isEqualTo("post@example.com");
        assertThat(client.get(ROOT + "/status").at("/verdict/level")).isEqualTo("red");
    }

    @Test
    void p65_theListShouldBeReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            house.mail("billing", State.DEFERRED, "refused-for-now", "451 later", "p@example.org");
        }
        Set<String> seen = new HashSet<>();
        String path = ROOT + "/dispatches?account=billing&state=deferred&cause=refused-for-now&limit=2";

        String next = "";
        do {
            Client.Answer page = client.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
            page.json()
                    .path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asText())).isTrue());
            next = page.at("/next");
        } while (!next.isEmpty());

        assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
        assertThat(client.get(ROOT + "/dispatches?host=mail.example.net&state=deferred")
                        .json()
                        .path("items"))
                .isNotEmpty()
                .allMatch(item -> item.path("account").asText().equals("billing"));
    }

    @Test
    void anUncertainOneShouldTellBothChoicesAndWhatToLookFor() {
        InteractionId id =
                house.mail("billing", State.UNCERTAIN, "connection", "it ended after DATA", "jo@example.org");

        Client.Answer one = client.get(ROOT + "/dispatches/" + id);

        assertThat(one.at("/choices/lookFor")).contains("Message-ID <" + id + "@example.com>");
        assertThat(one.at("/choices/retry")).contains("second copy");
        assertThat(one.at("/choices/cancel")).contains("never will");
        assertThat(one.at("/host")).isEqualTo("mail.example.net:587");
    }

    @Test
    void manyShouldBeRetriedByTheirCauseAtMostSoManyACall() {
        String account = "support";
        for (int i = 0; i < 3; i++) {
            house.mail(account, State.FAILED, "refused", "550 no", "m@example.org");
        }
        String body = "{'state':'failed','account':'support','cause':'refused','limit':2}";

        Client.Answer first = client.post(ROOT + "/dispatches/retry", body);
        Client.Answer second = client.post(ROOT + "/dispatches/retry", body);

        assertThat(first.json().path("done").asInt()).isEqualTo(2);
        assertThat(first.json().path("more").asBoolean()).isTrue();
        assertThat(second.json().path("done").asInt()).isEqualTo(1);
        assertThat(second.json().path("more").asBoolean()).isFalse();
    }

    @Test
    void uncertainMailShouldNotBeRetriedWithTheOthersUnasked() {
        InteractionId id = house.mail("billing", State.UNCERTAIN, "connection", "it ended", "u@example.org");

        client.post(ROOT + "/dispatches/retry", "{'account':'billing','cause':'connection'}");

        assertThat(house.dispatch(id).state()).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void nobodyShouldGiveMailUpByLeavingAFieldOut() {
        Client.Answer answer = client.post(ROOT + "/dispatches/cancel", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("/state: is missing");
    }

    @Test
    void whoWritesToAnAddressThatBouncedShouldBeTold() {
        String address = UUID.randomUUID() + "@example.org";
        house.hub()
                .store()
                .writeNow(tx -> tx.undeliverable()
                        .add(
                                "default",
                                Undeliverable.first(
                                        address,
                                        true,
                                        tx.now(),
                                        "5.1.1",
                                        "user unknown",
                                        false,
                                        InteractionId.of("0199f2c4-5b1e-7c3a-9d27-3f6f1f0a9f11"))));
        client.post(ROOT + "/interactions", "{'queue':'billing','priority':100,'from':'" + address + "'}");
        JsonNode pulled =
                client.post(ROOT + "/queues/billing/pull", "{}").json().at("/items/0");
        String path = ROOT + "/interactions/" + pulled.path("id").asText();

        Client.Answer reply = client.post(
                path + "/reply",
                "{'text':'x','token':'" + pulled.at("/lease/token").asText() + "'}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.at("/warnings/0")).contains("undeliverable since", "5.1.1 user unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|at least one of state, account, host, cause",
                "{'account':'nobody'}|there are: billing, default, support",
                "{'cause':'weather'}|unreachable, tls",
                "{'state':'sent'}|deferred, uncertain, failed"
            },
            quoteCharacter = '"')
    void aRetryOfManyShouldNameWhatThereIs(String json, String expected) {
        Client.Answer refused = client.post(ROOT + "/dispatches/retry", json);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.at("/detail")).contains(expected);
    }

    @Test
    void aListOfAnAccountThatIsNotThereShouldNameThoseThatAre() {
        Client.Answer refused = client.get(ROOT + "/dispatches?account=nobody");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/detail")).contains("there are: billing, default, support");
    }

    private static JsonNode account(String name) {
        for (JsonNode account : client.get(ROOT + "/accounts").json().path("items")) {
            if (account.path("name").asText().equals(name)) {
                return account;
            }
        }
        throw new AssertionError("no account " + name);
    }
}
