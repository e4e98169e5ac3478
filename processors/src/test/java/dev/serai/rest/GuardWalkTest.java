package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.model.rest.RestDefinition;
import org.apache.camel.model.rest.VerbDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the port answers, as the router and the REST registry know it, is asked by all who may not have it. */
class GuardWalkTest {
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

    @Test
    void nothingShouldAnswerWhoeverHasNoGoodKey() throws Exception {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put(Doors.NOTHING, "");
        credentials.put("wrong", "serai_nothing");
        credentials.put("revoked", revoked);
        credentials.put("expired", expired);

        assertThat(Doors.open(guarded.hub(), credentials)).isEmpty();
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

    @Test
    void everyPathShouldOpenToItsRolesOnly() throws Exception {
        Map<Role, String> keys = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            keys.put(role, guarded.key("only-" + role.word(), Set.of(role)));
        }

        assertThat(Doors.wrong(guarded.hub(), keys)).isEmpty();
    }
}
