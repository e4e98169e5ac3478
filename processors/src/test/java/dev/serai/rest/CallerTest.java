package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.access.Role;
import dev.serai.access.jwt.TokenCaller;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of callers and their requests is kept apart. */
class CallerTest {

    @Test
    void keysOfTwoCallersShouldNeverMeet() {
        List<String> scopes = Stream.of(
                        new Caller("operator", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("crm", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(59), Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(60), Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(60) + "-b", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(60) + "-c", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        Caller.OPERATOR)
                .map(Caller::deliveries)
                .toList();

        assertThat(scopes)
                .doesNotHaveDuplicates()
                .allSatisfy(scope -> assertThat(scope).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void aSlashInANameShouldNotMakeItAnothers() {
        Caller jo = new Caller("jwt:jo", Set.of(Role.SUBMIT), Set.of(), Optional.empty());
        Caller other = new Caller("jwt:jo/a", Set.of(Role.SUBMIT), Set.of(), Optional.empty());

        assertThat(jo.delivery("a/b")).isNotEqualTo(other.delivery("b"));
        assertThat(jo.delivery("a b")).isNotEqualTo(other.delivery("b"));
    }

    @Test
    void ratesOfOneNameShouldBeOfEachTenant() {
        TokenCaller acme = token("acme");

        assertThat(TokenDoor.account(acme)).isNotEqualTo(TokenDoor.account(token("globex")));
        assertThat(TokenDoor.account(acme)).isEqualTo(TokenDoor.account(token("acme")));
    }

    private static TokenCaller token(String tenant) {
        return new TokenCaller("jwt:jo", Set.of(), Set.of(), Optional.of(TenantName.of(tenant)), Instant.EPOCH, "key");
    }

    @Test
    void aParentShouldBeSeenHoweverItsNameIsWritten() {
        assertThat(Submits.mayHaveParent("{\"parentId\":\"x\"}")).isTrue();
        assertThat(Submits.mayHaveParent("{\"\\u0070arentId\":\"x\"}")).isTrue();
        assertThat(Submits.mayHaveParent("{\"queue\":\"general\"}")).isFalse();
    }

    @Test
    void noCapturePointShouldBeCalledAsACallersKeysAre() {
        for (String name : new String[] {"crm", "a".repeat(63)}) {
            String scope = new Caller(name, Set.of(Role.SUBMIT), Set.of(), Optional.empty()).deliveries();
            assertThatThrownBy(() -> PointName.of(scope)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> PointName.of(Caller.OPERATOR.deliveries()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
