package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.access.Role;
import dev.serai.rest.Client.Answer;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of some capture points is for what came by these, and for nothing else. */
class PointKeyTest {
    @TempDir
    static Path folder;

    private static Guarded guarded;
    private static Client client;
    private static String[] own;
    private static String[] other;
    private static String id;

    @BeforeAll
    static void start() throws Exception {
        guarded = Guarded.start(folder);
        client = guarded.client();
        own = Guarded.bearer(guarded.key("rest-only", Set.of(Role.SUBMIT, Role.HANDLE), "rest"));
        other = Guarded.bearer(guarded.key("crm-only", Set.of(Role.SUBMIT, Role.HANDLE), "crm"));
        id = client.post("/api/v1/interactions", "{'queue': 'general', 'subject': 'mine'}", own)
                .at("/id");
    }

    @AfterAll
    static void stop() throws Exception {
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline", "/raw", "/attachments/1", "/html"})
    void whatCameByAnotherPointShouldNotBeThere(String what) {
        Answer answer = client.get("/api/v1/interactions/" + id + what, other);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/detail")).contains("there is no interaction '" + id + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "hold", "resume"})
    void whatCameByAnotherPointShouldNotBeChanged(String verb) {
        assertThat(client.post("/api/v1/interactions/" + id + "/" + verb, "", other)
                        .status())
                .isEqualTo(404);
        assertThat(client.send("PATCH", "/api/v1/interactions/" + id, "{'priority': 9}", with(other, "If-Match", "*"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void itsOwnShouldBeSeenAndChanged() {
        assertThat(client.get("/api/v1/interactions/" + id, own).status()).isEqualTo(200);
        assertThat(client.send("PATCH", "/api/v1/interactions/" + id, "{'priority': 9}", with(own, "If-Match", "*"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void listsShouldHaveItsOwnOnly() {
        assertThat(client.get("/api/v1/interactions", own).json().path("items")).isNotEmpty();
        assertThat(client.get("/api/v1/interactions", other).json().path("items"))
                .isEmpty();
        assertThat(client.get("/api/v1/capture-points", other).json().path("items"))
                .isEmpty();
    }

    @Test
    void itShouldSubmitToItsPointsOnlyAndJoinNoForeignThread() {
        assertThat(client.post("/api/v1/interactions", "{'queue': 'general'}", other)
                        .status())
                .isEqualTo(403);
        assertThat(client.mail("/api/v1/interactions", "Subject: x\r\n\r\n".getBytes(), other)
                        .status())
                .isEqualTo(403);
        assertThat(client.post("/api/v1/capture-points/rest/operations", "{}", other)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/queues",
                "GET /api/v1/queues/general/interactions",
                "POST /api/v1/queues/general/pull",
                "GET /api/v1/events",
                "GET /api/v1/status",
                "GET /api/v1/quarantine",
                "GET /api/v1/dispatches",
                "GET /api/v1/contacts",
                "GET /api/v1/responses",
                "GET /api/v1/config/generations",
                "GET /api/v1/routes",
                "GET /api/v1/capture-points/seen",
                "GET /observe/metrics",
                "GET /observe/health",
                "GET /"
            })
    void whatIsOfAllPointsShouldBeRefused(String call) {
        String[] words = call.split(" ");

        assertThat(client.send(words[0], words[1], "", own).status()).isEqualTo(403);
    }

    private static String[] with(String[] headers, String name, String value) {
        return new String[] {headers[0], headers[1], name, value};
    }
}
