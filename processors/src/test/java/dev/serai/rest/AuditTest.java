package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.access.Role;
import dev.serai.rest.Client.Answer;
import dev.serai.store.EventLog.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.model.rest.GetDefinition;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every verb that changes something is called with a key, and the log names that key. */
class AuditTest {
    /** Verbs whose change no call here can make, and where the event is looked at instead. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("api-try-run", "changes nothing"),
            Map.entry("api-interactions-renew", "a lease lasts longer, of which nothing is told"),
            Map.entry("api-config-apply", "GenerationsTest: serai.config.applied"),
            Map.entry("api-config-activate", "GenerationsTest: serai.config.applied"),
            Map.entry("api-capture-points-pause", "a mailbox is needed: CapturePoints writes serai.capture.paused"),
            Map.entry("api-capture-points-resume", "a mailbox is needed: CapturePoints writes serai.capture.resumed"),
            Map.entry("api-capture-points-poll", "a mailbox is needed: PointApi writes serai.capture.polled"),
            Map.entry("api-capture-points-operate", "the point is the actor of what a document asks"),
            Map.entry("api-dispatches-retry", "OperationContract: By of the request"),
            Map.entry("api-dispatches-cancel", "OperationContract: By of the request"),
            Map.entry("api-quarantine-retry", "OperationContract: By of the request"),
            Map.entry("api-quarantine-route", "OperationContract: By of the request"),
            Map.entry("api-interactions-reply", "an account is needed: ReplyFlowTest"),
            Map.entry("api-interactions-forward", "an account is needed: ReplyFlowTest"),
            Map.entry("api-interactions-redirect", "an account is needed: ReplyFlowTest"));

    @TempDir
    static Path folder;

    private static Guarded guarded;
    private static Client client;
    private static String[] anna;
    private final Map<String, Runnable> calls = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        guarded = Guarded.start(folder);
        client = guarded.client();
        anna = Guarded.bearer(guarded.key("anna", Set.of(Role.ADMIN)));
    }

    @AfterAll
    static void stop() throws Exception {
        guarded.close();
    }

    @Test
    void everyChangeShouldNameItsCaller() {
        describe();
        List<String> untold = new ArrayList<>();
        for (RestDefinition file : guarded.hub().context().getRestDefinitions()) {
            for (VerbDefinition verb : file.getVerbs()) {
                if (!(verb instanceof GetDefinition) && !ELSEWHERE.containsKey(verb.getId())) {
                    Runnable call = calls.get(verb.getId());
                    long before = told();
                    if (call == null) {
                        untold.add(verb.getId() + " is not in this test");
                        continue;
                    }
                    call.run();
                    if (told() == before) {
                        untold.add(verb.getId() + " wrote no event");
                    }
                }
            }
        }

        assertThat(untold).isEmpty();
    }

    private void describe() {
        calls.put("api-interactions-submit", this::submitted);
        calls.put("api-interactions-change", () -> {
            String id = submitted();
            ok(client.send("PATCH", path(id, ""), "{'priority': 9}", "Authorization", anna[1], "If-Match", "*"));
        });
        calls.put("api-interactions-stop", () -> post(path(submitted(), "/stop"), ""));
        calls.put("api-interactions-hold", () -> post(path(submitted(), "/hold"), ""));
        calls.put("api-interactions-resume", () -> {
            String id = submitted();
            post(path(id, "/hold"), "");
            long before = told();
            post(path(id, "/resume"), "");
            assertThat(told()).isGreaterThan(before);
        });
        calls.put("api-interactions-move", () -> post(path(submitted(), "/move"), "{'queue': 'billing'}"));
        calls.put("api-queues-pull", this::pulled);
        calls.put("api-interactions-complete", () -> {
            Answer lease = pulled();
            long before = told();
            post(path(lease.at("/items/0/id"), "/complete"), "{'token': '" + lease.at("/items/0/lease/token") + "'}");
            assertThat(told()).isGreaterThan(before);
        });
        calls.put("api-interactions-return", () -> {
            Answer lease = pulled();
            long before = told();
            post(path(lease.at("/items/0/id"), "/return"), "{'token': '" + lease.at("/items/0/lease/token") + "'}");
            assertThat(told()).isGreaterThan(before);
        });
        calls.put(
                "api-contacts-add-address",
                () -> post(
                        "/api/v1/contacts/" + contact("a@example.org") + "/addresses", "{'address': 'b@example.org'}"));
        calls.put(
                "api-contacts-merge",
                () -> post(
                        "/api/v1/contacts/" + contact("c@example.org") + "/merge",
                        "{'contact': '" + contact("d@example.org") + "'}"));
        calls.put("api-queues-pause", () -> post("/api/v1/queues/general/pause", ""));
        calls.put("api-queues-resume", () -> post("/api/v1/queues/general/resume", ""));
        calls.put("api-replies-pause", () -> post("/api/v1/replies/pause", ""));
        calls.put("api-replies-resume", () -> post("/api/v1/replies/resume", ""));
        calls.put("api-routes-stop", () -> {
            try {
                guarded.hub().context().addRoutes(new org.apache.camel.builder.RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:audited").id("audited").log("audited");
                    }
                });
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
            post("/api/v1/routes/audited/stop", "");
            post("/api/v1/routes/audited/start", "");
        });
        calls.put("api-routes-start", calls.get("api-routes-stop"));
        calls.put("api-keys-add", () -> post("/api/v1/keys", "{'name': 'audited', 'roles': ['view']}"));
        calls.put("api-keys-rotate", () -> {
            post("/api/v1/keys", "{'name': 'audited-2', 'roles': ['view']}");
            post("/api/v1/keys/audited-2/rotate", "");
        });
        calls.put("api-keys-revoke", () -> {
            post("/api/v1/keys", "{'name': 'audited-3', 'roles': ['view']}");
            post("/api/v1/keys/audited-3/revoke", "");
        });
    }

    private Answer pulled() {
        submitted();
        Answer lease = post("/api/v1/queues/general/pull", "{'worker': 'a-worker'}");
        assertThat(lease.at("/items/0/assignedTo")).isEqualTo("a-worker");
        return lease;
    }

    private String contact(String address) {
        return post(
                        "/api/v1/interactions",
                        "{'queue': 'general', 'from': {'address': '" + address + "'}, 'subject': 'x'}")
                .at("/contact/id");
    }

    private String submitted() {
        return post("/api/v1/interactions", "{'queue': 'general', 'subject': 'x'}")
                .at("/id");
    }

    private static String path(String id, String verb) {
        return "/api/v1/interactions/" + id + verb;
    }

    private static Answer post(String path, String body) {
        return ok(client.post(path, body, anna));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    /** How many events name the caller. */
    private static long told() {
        new dev.serai.store.Sequencer(
                        guarded.hub().store(),
                        new dev.serai.store.Roles(guarded.hub().store(), "audit"))
                .pass();
        return guarded.hub().store().read(tx -> tx.stream().after(0, 10_000)).stream()
                .map(Event::actor)
                .filter("anna"::equals)
                .count();
    }
}
