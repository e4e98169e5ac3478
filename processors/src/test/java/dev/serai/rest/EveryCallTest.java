package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.serai.access.AdminKey;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.store.EventLog.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each call is made with a key on a hub that runs: it answers as OpenAPI says, a POST is done once per Idempotency-Key, and
 * the log names the key.
 */
class EveryCallTest {
    private static final String ROOT = "/api/v1";

    /** Calls of which nothing is told. */
    private static final Map<String, String> UNTOLD = Map.of(
            "api-try-run", "changes nothing",
            "api-webforms-post", "a visitor has no name: the point is told",
            "api-interactions-renew", "a lease lasts longer, nobody else has it",
            "api-config-apply", "nothing was edited: GenerationsTest");

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static String anna;

    private final Client client = new Client(hub.httpPort(), Guarded.bearer(anna));
    private final WorkOnAHub work = new WorkOnAHub(hub, client);
    private final JsonNode document = client.get(ROOT + "/openapi.json").json();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = new TestInstance(folder)
                .setting("serai.dispatch.mode", "hold")
                .setting("serai.http.authentication", "keys")
                .account("default", 1)
                .scripted("support", 1)
                .file("routes/capture/capture-rest-crm.camel.yaml", """
                        - route:
                            id: capture-rest-crm
                            description: The CRM
                            from:
                              uri: kamelet:rest-capture-source
                              parameters: {name: crm, queue: billing}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """)
                .file("routes/capture/capture-webform-contact.camel.yaml", WebformHub.file("contact", ""))
                .start();
        String first = Files.readString(AdminKey.file(folder.resolve("data"))).strip();
        anna = new Client(hub.httpPort(), Guarded.bearer(first))
                .post(ROOT + "/keys", "{'name':'anna','roles':['admin']}")
                .at("/key");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    /** What is sent. */
    private record Call(String path, String type, String body) {
        static Call json(String path, String body) {
            return new Call(path, "application/json", body.replace('\'', '"'));
        }

        static Call empty(String path) {
            return json(path, "{}");
        }
    }

    @Test
    void everyPostShouldBeDoneOncePerKey() {
        Map<String, Supplier<Call>> calls = posts();
        List<String> surprises = new ArrayList<>();

        assertThat(calls.keySet()).isEqualTo(ids("post"));
        calls.forEach((id, call) -> {
            String key = UUID.randomUUID().toString();
            Call wanted = call.get();
            long before = told();
            Client.Answer first = post(wanted, key);
            boolean told = told() > before;
            Client.Answer again = post(wanted, key);
            Client.Answer other = post(new Call(wanted.path(), wanted.type(), wanted.body() + another(id)), key);

            assertThat(first.status()).as(id + " " + first.text()).isBetween(200, 299);
            if (told == UNTOLD.containsKey(id)) {
                surprises.add(id);
            }
            assertThat(again.header("Idempotent-Replayed"))
                    .as(id + " " + again.text())
                    .isEqualTo("true");
            assertThat(again.status()).as(id).isEqualTo(first.status());
            assertThat(other.status()).as(id + " " + other.text()).isEqualTo(422);
            described("post", id, first);
        });
        assertThat(surprises)
                .as("calls whose event should name the key, and does not")
                .isEmpty();
    }

    /** What makes a body another one; of a form the content counts, not the bytes. */
    private static String another(String id) {
        return id.equals("api-webforms-post") ? "&more=1" : " ";
    }

    @Test
    void aChangeShouldNameItsKey() {
        String path = work.submitted();
        long before = told();

        client.send("PATCH", ROOT + path, "{'priority':9}", "If-Match", "*");

        assertThat(told()).isGreaterThan(before);
    }

    @Test
    void everyGetShouldAnswerAsItIsDescribed() {
        Map<String, String> calls = gets();

        assertThat(calls.keySet()).isEqualTo(ids("get"));
        calls.forEach((id, path) -> {
            Client.Answer answer = client.get(ROOT + path);
            Client.Answer head = client.send("HEAD", ROOT + path, "");

            assertThat(answer.status()).as(id + " " + answer.text()).isEqualTo(200);
            assertThat(head.status()).as(id).isEqualTo(200);
            assertThat(head.response().body()).as(id).isEmpty();
            described("get", id, answer);
        });
    }

    /** How many events name the key, when all have their position. */
    private static long told() {
        await().until(() -> !hub.store().read(tx -> tx.stream().extent()).waiting());
        return hub.store().read(tx -> tx.stream().after(0, 10_000)).stream()
                .map(Event::actor)
                .filter("anna"::equals)
                .count();
    }

    private Map<String, Supplier<Call>> posts() {
        Map<String, Supplier<Call>> calls = new LinkedHashMap<>();
        calls.put("api-interactions-submit", () -> Call.json("/interactions", "{'queue':'unrouted'}"));
        calls.put("api-interactions-resume", () -> Call.empty(work.held() + "/resume"));
        for (String verb : Set.of("stop", "hold")) {
            calls.put("api-interactions-" + verb, () -> Call.empty(work.submitted() + "/" + verb));
        }
        calls.put("api-interactions-move", () -> Call.json(work.submitted() + "/move", "{'queue':'general'}"));
        for (String verb : Set.of("renew", "complete", "return")) {
            calls.put("api-interactions-" + verb, () -> leased(verb, work.pulled(), ""));
        }
        calls.put("api-interactions-reply", () -> leased("reply", work.pulled(), ",'text':'x'"));
        calls.put("api-interactions-forward", () -> leased("forward", work.pulled(), ",'to':'a@example.org'"));
        calls.put("api-interactions-redirect", () -> leased("redirect", work.pulledMail(), ",'to':'a@example.org'"));
        calls.put("api-mails-write", () -> Call.json("/mails", "{'to':'a@example.org','subject':'Hi','text':'x'}"));
        for (String verb : Set.of("approve", "resubmit")) {
            calls.put("api-interactions-" + verb, () -> leased(verb, work.reviewed(), ""));
        }
        calls.put("api-interactions-edit", () -> leased("edit", work.reviewed(), ",'text':'y'"));
        calls.put("api-interactions-reject", () -> leased("reject", work.reviewed(), ",'reason':'x'"));
        calls.put("api-queues-pull", () -> {
            work.submitted();
            return Call.empty("/queues/billing/pull");
        });
        for (String verb : Set.of("pause", "resume")) {
            calls.put("api-queues-" + verb, () -> Call.empty("/queues/unrouted/" + verb));
            calls.put("api-accounts-" + verb, () -> Call.empty("/accounts/default/" + verb));
            calls.put("api-replies-" + verb, () -> Call.empty("/replies/" + verb));
            calls.put("api-capture-points-" + verb, () -> Call.empty("/capture-points/support/" + verb));
        }
        calls.put("api-capture-points-poll", () -> Call.empty("/capture-points/support/poll"));
        calls.put("api-capture-points-drop-answers", () -> Call.empty("/capture-points/gone/drop-answers"));
        calls.put(
                "api-capture-points-operate",
                () -> Call.json("/capture-points/crm/operations", "[{'operation':'submit'}]"));
        calls.put(
                "api-contacts-add-address",
                () -> Call.json(
                        "/contacts/" + work.contact() + "/addresses", "{'address':'" + WorkOnAHub.fresh() + "'}"));
        calls.put("api-contacts-clear-address", () -> {
            JsonNode contact = work.undeliverable();
            return Call.json(
                    "/contacts/" + contact.path("id").asText() + "/addresses/clear",
                    "{'address':'" + contact.path("address").asText() + "'}");
        });
        calls.put("api-dispatches-retry-many", () -> many("retry", work.deferred(), "deferred"));
        calls.put("api-dispatches-cancel-many", () -> many("cancel", work.dispatch(), "pending"));
        calls.put(
                "api-contacts-merge",
                () -> Call.json("/contacts/" + work.contact() + "/merge", "{'contact':'" + work.contact() + "'}"));
        calls.put("api-dispatches-cancel", () -> Call.empty("/dispatches/" + work.dispatch() + "/cancel"));
        calls.put("api-dispatches-retry", () -> Call.empty("/dispatches/" + work.deferred() + "/retry"));
        calls.put("api-quarantine-retry", () -> Call.empty("/quarantine/" + work.quarantined() + "/retry"));
        calls.put(
                "api-quarantine-route",
                () -> Call.json("/quarantine/" + work.quarantined() + "/route", "{'queue':'general'}"));
        calls.put("api-routes-stop", () -> Call.empty("/routes/strategy-outbound/stop"));
        calls.put("api-routes-start", () -> Call.empty("/routes/strategy-outbound/start"));
        calls.put("api-config-apply", () -> Call.empty("/config/apply"));
        calls.put("api-config-activate", () -> Call.empty("/config/generations/" + work.generation() + "/activate"));
        calls.put("api-keys-add", () -> Call.json("/keys", "{'name':'one','roles':['view']}"));
        calls.put("api-keys-rotate", () -> Call.empty("/keys/one/rotate"));
        calls.put("api-keys-revoke", () -> Call.empty("/keys/one/revoke"));
        calls.put(
                "api-webforms-post",
                () -> new Call("/webforms/contact", WebformHub.URL_ENCODED, "email=jo@example.org&message=Hello"));
        calls.put("api-try-run", () -> new Call("/try", "message/rfc822", "Subject: Hi\r\n\r\nHello\r\n"));
        return calls;
    }

    private Map<String, String> gets() {
        String mail = work.mail();
        String contact = work.contact();
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("api-interactions-find", "/interactions?limit=5&fields=text");
        calls.put("api-interactions-get", mail);
        calls.put("api-interactions-timeline", mail + "/timeline");
        calls.put("api-interactions-raw", mail + "/raw");
        calls.put("api-interactions-attachment", mail + "/attachments/1");
        calls.put("api-interactions-html", mail + "/html");
        calls.put("api-queues-list", "/queues");
        calls.put("api-queues-interactions", "/queues/billing/interactions");
        calls.put("api-contacts-find", "/contacts?address=jo@example.org");
        calls.put("api-contacts-get", "/contacts/" + contact);
        calls.put("api-capture-points-list", "/capture-points");
        calls.put("api-capture-points-seen", "/capture-points/seen?messageId=%3Cx@example.org%3E");
        calls.put("api-dispatches-list", "/dispatches");
        calls.put("api-dispatches-get", "/dispatches/" + work.deferred());
        calls.put("api-accounts-list", "/accounts");
        calls.put("api-quarantine-list", "/quarantine");
        calls.put("api-quarantine-raw", "/quarantine/" + mail.replace("/interactions/", "") + "/raw");
        calls.put("api-routes-list", "/routes");
        calls.put("api-responses-list", "/responses");
        calls.put("api-responses-preview", "/responses/ack-billing/preview?language=en");
        calls.put("api-replies-get", "/replies");
        calls.put("api-events-list", "/events?limit=10");
        calls.put("api-config-generations", "/config/generations");
        calls.put("api-config-generation", "/config/generations/" + work.generation());
        calls.put("api-keys-list", "/keys");
        calls.put("api-webforms-token", "/webforms/contact/token");
        calls.put("api-status-get", "/status");
        calls.put("api-tenants-list", "/tenants");
        return calls;
    }

    private Client.Answer post(Call call, String key) {
        return client.bytes(
                "POST",
                ROOT + call.path(),
                call.type(),
                call.body().getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                key);
    }

    private Set<String> ids(String method) {
        Set<String> ids = new TreeSet<>();
        document.path("paths").forEach(path -> {
            if (path.has(method)) {
                ids.add(path.path(method).path("operationId").asText());
            }
        });
        return ids;
    }

    /** The status is told, and the body has the form that stands with it. */
    private void described(String method, String id, Client.Answer answer) {
        JsonNode operation = operation(method, id);
        JsonNode response = operation.path("responses").path(String.valueOf(answer.status()));
        assertThat(response.isObject()).as(id + " " + answer.status()).isTrue();
        JsonNode form = response.at("/content/application~1json/schema");
        if (form.isObject()) {
            ObjectNode schema = form.deepCopy();
            schema.set("components", document.path("components"));
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(answer.json()))
                    .as(id + " " + answer.text())
                    .isEmpty();
        }
    }

    private JsonNode operation(String method, String id) {
        for (JsonNode path : document.path("paths")) {
            if (path.path(method).path("operationId").asText().equals(id)) {
                return path.path(method);
            }
        }
        throw new AssertionError("no " + id);
    }

    /** @param waiting one of those that are meant */
    private static Call many(String verb, String waiting, String state) {
        assertThat(waiting).isNotEmpty();
        return Call.json("/dispatches/" + verb, "{'state':'" + state + "'}");
    }

    private static Call leased(String verb, JsonNode pulled, String more) {
        return Call.json(
                "/interactions/" + pulled.path("id").asText() + "/" + verb,
                "{'token':'" + pulled.at("/lease/token").asText() + "'" + more + "}");
    }
}
