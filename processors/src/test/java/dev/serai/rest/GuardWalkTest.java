package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.access.Role;
import dev.serai.rest.Raw.Reply;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the port answers, as the router and the REST registry know it, is asked by all who may not have it. */
class GuardWalkTest {
    private static final Set<String> OPEN = Set.of("GET /observe/health/live", "GET /observe/health/ready");
    private static final String ID = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

    @TempDir
    static Path folder;

    private static Guarded guarded;
    private static String revoked;
    private static String expired;

    @BeforeAll
    static void start() throws Exception {
        guarded = Guarded.start(folder);
        revoked = guarded.revoked("gone");
        expired = guarded.expired("late");
    }

    @AfterAll
    static void stop() throws Exception {
        guarded.close();
    }

    /** `METHOD /path` of all that is served. */
    private static Set<String> served() {
        Set<String> all = new LinkedHashSet<>();
        for (Route route : guarded.hub().router().getRoutes()) {
            if (route.getPath() != null) {
                Set<HttpMethod> methods = route.methods() == null ? Set.of(HttpMethod.GET) : route.methods();
                methods.forEach(method -> all.add(method + " " + filled(route.getPath())));
            }
        }
        PluginHelper.getRestRegistry(guarded.hub().context())
                .listAllRestServices()
                .forEach(service -> all.add(service.getMethod().toUpperCase(java.util.Locale.ROOT) + " "
                        + filled(service.getBasePath()
                                + (service.getUriTemplate() == null ? "" : service.getUriTemplate()))));
        return all;
    }

    private static String filled(String template) {
        return template.replaceAll("(:id|\\{id})", ID)
                .replaceAll(":[a-zA-Z]+|\\{[a-zA-Z]+}", "x1")
                .replace("*", "")
                .replaceAll("(.)/$", "$1");
    }

    /** The ways in which somebody could try to get past a guard that looks at one way of writing only. */
    private static List<String> spellings(String path) {
        List<String> all = new ArrayList<>(List.of(
                path,
                path + "/",
                "/" + path,
                path + "/.",
                path + ".",
                path + "//",
                path + "?x=1",
                path + "%2f",
                path + "%00",
                path + ";x=1",
                path.toUpperCase(java.util.Locale.ROOT),
                "/observe/health/live/.." + path,
                "/api/v1/../.." + path,
                "/observe/health/live/..%2f.." + path,
                "/%2e%2e" + path,
                path + "/../" + path.substring(path.lastIndexOf('/') + 1)));
        int letter = path.lastIndexOf('/') + 1;
        if (letter < path.length()) {
            all.add(path.substring(0, letter) + "%" + Integer.toHexString(path.charAt(letter))
                    + path.substring(letter + 1));
        }
        return all;
    }

    @Test
    void nothingShouldAnswerWhoeverHasNoGoodKey() throws Exception {
        Map<String, String[]> credentials = new LinkedHashMap<>();
        credentials.put("no key", new String[] {});
        credentials.put("wrong", new String[] {"Authorization: Bearer serai_nothing"});
        credentials.put("revoked", new String[] {"Authorization: Bearer " + revoked});
        credentials.put("expired", new String[] {"Authorization: Bearer " + expired});
        List<String> let = new ArrayList<>();
        try (Raw raw = Raw.open(guarded.hub().port())) {
            for (String call : served()) {
                String[] words = call.split(" ", 2);
                for (String path : spellings(words[1])) {
                    for (Map.Entry<String, String[]> credential : credentials.entrySet()) {
                        Reply reply = raw.ask(words[0], path, credential.getValue());
                        boolean open = OPEN.contains(words[0] + " " + path.replaceAll("(\\?.*|/)$", ""))
                                && credential.getKey().equals("no key");
                        if (!open && reply.status() != 401 && reply.status() != 429) {
                            let.add(words[0] + " " + path + " with " + credential.getKey() + ": " + reply.status());
                        }
                    }
                }
            }
        }

        assertThat(let).isEmpty();
    }

    @Test
    void everyVerbShouldDeclareItsRole() {
        List<String> undeclared = new ArrayList<>();
        for (RestDefinition file : guarded.hub().context().getRestDefinitions()) {
            for (VerbDefinition verb : file.getVerbs()) {
                boolean declared = verb.getSecurity().stream()
                        .anyMatch(one -> Rights.SCHEME.equals(one.getKey()) && one.getScopes() != null);
                if (!declared) {
                    undeclared.add(verb.getId());
                }
            }
        }

        assertThat(undeclared)
                .as("verbs without `security: [{key: serai, scopes: …}]` are for nobody")
                .isEmpty();
    }

    /** Everything served is declared, and opens to its role alone. */
    @Test
    void everyPathShouldOpenToItsRolesOnly() throws Exception {
        Rights rights = new Rights(guarded.hub().context(), PointScope::has);
        Map<Role, String> keys = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            keys.put(role, guarded.key("only-" + role.word(), Set.of(role)));
        }
        List<String> wrong = new ArrayList<>();
        try (Raw raw = Raw.open(guarded.hub().port())) {
            for (String call : served()) {
                String[] words = call.split(" ", 2);
                Need need = rights.of(words[0], words[1]);
                for (Map.Entry<Role, String> key : keys.entrySet()) {
                    Caller caller = new Caller("x", Set.of(key.getKey()), Set.of(), Optional.empty());
                    boolean may = !(need instanceof Need.Roles roles) || roles.isMetBy(caller);
                    Reply reply = may && !words[0].equals("GET")
                            ? new Reply(200, "")
                            : raw.ask(words[0], words[1], "Authorization: Bearer " + key.getValue());
                    boolean undeclared = need instanceof Need.Nothing && reply.status() != 404 && reply.status() != 405;
                    if (undeclared || may == (reply.status() == 403) || reply.status() == 401) {
                        wrong.add(call + " as " + key.getKey() + " needs " + need + ": " + reply.status());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
