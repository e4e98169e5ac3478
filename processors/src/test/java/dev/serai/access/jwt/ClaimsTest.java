package dev.serai.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.serai.access.KeyName;
import dev.serai.access.Role;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.access.jwt.Verdict.Refused;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.testing.Issuer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What signed claims make of a caller, and which are refused (RFC 7519 section 4.1). */
class ClaimsTest {
    private static Issuer issuer;

    @BeforeAll
    static void start() {
        issuer = Issuer.start();
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    private static Verdict verdict(Consumer<JWTClaimsSet.Builder> claims, String... settings) {
        try (Judge judge = Judge.of(issuer.settings(settings))) {
            return judge.verdict(issuer.token(claims));
        }
    }

    private static TokenCaller caller(Consumer<JWTClaimsSet.Builder> claims, String... settings) {
        Verdict verdict = verdict(claims, settings);
        return verdict instanceof Accepted accepted ? accepted.caller() : Assertions.fail(verdict.toString());
    }

    private static String refused(Consumer<JWTClaimsSet.Builder> claims, String... settings) {
        return verdict(claims, settings) instanceof Refused refused
                ? refused.reason() + ": " + refused.sentence()
                : "accepted";
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void whoIsMeantShouldBeTheHub() {
        assertThat(refused(claims -> claims.audience("somebody"))).startsWith("token-audience: is for somebody else");
        assertThat(refused(claims -> claims.audience((String) null))).startsWith("token-audience");
        assertThat(refused(claims -> claims.audience("serai-hub2"))).startsWith("token-audience");
        assertThat(refused(claims -> claims.audience(List.of("somebody", "serai-hub"))))
                .isEqualTo("accepted");
        assertThat(refused(claims -> claims.audience("api://other"), "serai.jwt.audience", "serai-hub, api://other"))
                .isEqualTo("accepted");
    }

    @Test
    void theIssuerShouldBeTheOneOfTheSettings() {
        assertThat(refused(claims -> claims.issuer(Issuer.NAME + "/"))).startsWith("token-issuer");
        assertThat(refused(claims -> claims.issuer(null))).startsWith("token-issuer");
    }

    @Test
    void aTokenShouldCountFromItsBeginningToItsEnd() {
        assertThat(refused(claims -> claims.expirationTime(null))).startsWith("token-claims: has no end");
        assertThat(refused(claims -> claims.expirationTime(in(-61)))).startsWith("token-expired: expired at 2");
        assertThat(refused(claims -> claims.expirationTime(in(-50)))).isEqualTo("accepted");
        assertThat(refused(claims -> claims.expirationTime(in(-5)), "serai.jwt.clock-skew", "1s"))
                .startsWith("token-expired");
        assertThat(refused(claims -> claims.notBeforeTime(in(90)))).startsWith("token-early: counts from");
        assertThat(refused(claims -> claims.notBeforeTime(in(50)))).isEqualTo("accepted");
        assertThat(refused(claims -> claims.issueTime(in(90)))).startsWith("token-early: was issued at");
        assertThat(refused(claims -> claims.claim("exp", "tomorrow"))).startsWith("token-form");
        assertThat(refused(claims -> claims.claim("exp", 1e300))).startsWith("token-");
    }

    @Test
    void anOldTokenShouldBeRefusedWhereSettingsSaySo() {
        assertThat(refused(claims -> claims.issueTime(in(-200)), "serai.jwt.max-age", "2m"))
                .startsWith("token-expired: is older than serai.jwt.max-age");
        assertThat(refused(claims -> claims.issueTime(in(-150)), "serai.jwt.max-age", "2m"))
                .isEqualTo("accepted");
        assertThat(refused(claims -> claims.issueTime(null), "serai.jwt.max-age", "2m"))
                .startsWith("token-claims: does not say when");
        assertThat(refused(claims -> claims.issueTime(null))).isEqualTo("accepted");
    }

    @Test
    void aTokenThatIsBoundToAKeyShouldBeRefused() {
        assertThat(refused(claims -> claims.claim("cnf", Map.of("jkt", "x")))).startsWith("token-claims: is bound");
    }

    @Test
    void rolesShouldBeWordsOfOursOrOfTheMapping() {
        List<String> words = List.of("handle", "hub-ops", "offline_access", "ADMIN", "admin", "operate");
        Consumer<JWTClaimsSet.Builder> list = claims -> claims.claim("roles", words);
        Consumer<JWTClaimsSet.Builder> nested = claims -> claims.claim("realm_access", Map.of("roles", words));
        Consumer<JWTClaimsSet.Builder> scope = claims -> claims.claim("scope", "openid view  hub-ops");
        String mapping = "hub-ops=operate, hub-ops=submit,hub=admin=admin";

        assertThat(caller(list).roles()).containsExactly(Role.HANDLE);
        assertThat(caller(list, "serai.jwt.roles", mapping).roles())
                .containsExactlyInAnyOrder(Role.OPERATE, Role.SUBMIT);
        assertThat(caller(nested).roles()).isEmpty();
        assertThat(caller(nested, "serai.jwt.roles-claim", "realm_access.roles").roles())
                .containsExactly(Role.HANDLE);
        assertThat(caller(scope, "serai.jwt.roles-claim", "scope").roles()).containsExactly(Role.VIEW);
        assertThat(caller(claims -> claims.claim("roles", 7)).roles()).isEmpty();
        assertThat(caller(claims -> claims.claim("roles", List.of(1, Map.of(), "view")))
                        .roles())
                .containsExactly(Role.VIEW);
    }

    @Test
    void noTokenShouldBeOfAllTenantsByWhatNobodySaid() {
        try (Judge judge = Judge.of(issuer.settings());
                Judge open = Judge.of(issuer.settings("serai.jwt.tenant-claim", "none"))) {
            String token = issuer.token("jo", "view");
            TokenCaller before = ((Accepted) judge.verdict(token)).caller();

            judge.share(true);

            assertThat(judge.verdict(token))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("token-tenant"));
            assertThat(judge.tokens().isGood(before)).isFalse();
            assertThat(open.verdict(token)).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aTokenShouldEndWithItsTenant() {
        try (Judge judge = Judge.of(issuer.settings("serai.jwt.tenant-claim", "tenant"))) {
            String token = issuer.token(claims -> claims.claim("tenant", "acme"));
            TokenCaller before = ((Accepted) judge.verdict(token)).caller();
            assertThat(judge.tokens().isGood(before)).isTrue();

            judge.share(false);

            assertThat(judge.tokens().isGood(before)).isFalse();
            assertThat(judge.verdict(token)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aTenantShouldBeThereAndDeclaredWhereItIsAskedFor() {
        String[] asked = {"serai.jwt.tenant-claim", "org.tenant"};

        assertThat(caller(claims -> claims.claim("org", Map.of("tenant", "acme")), asked)
                        .tenant())
                .contains(TenantName.of("acme"));
        assertThat(caller(claims -> claims.claim("org.tenant", List.of("acme")), asked)
                        .tenant())
                .contains(TenantName.of("acme"));
        assertThat(caller(claims -> claims.claim("org", Map.of("tenant", "acme")))
                        .tenant())
                .isEmpty();
        assertThat(refused(claims -> claims.claim("x", 1), asked)).startsWith("token-claims: has not got the claim");
        for (Object wrong : List.of("other", "ACME", "", " ", "acme ", List.of("acme", "default"), Map.of(), true)) {
            assertThat(refused(claims -> claims.claim("org", Map.of("tenant", wrong)), asked))
                    .as("%s", wrong)
                    .startsWith("token-");
        }
    }

    @Test
    void pointsShouldLimitTheCallerAsKeysOfPointsDo() {
        String[] asked = {"serai.jwt.points-claim", "points"};
        TokenCaller limited = caller(
                claims -> claims.claim("points", "crm shop").claim("roles", List.of("admin", "operate", "submit")),
                asked);

        assertThat(limited.points()).containsExactlyInAnyOrder(PointName.of("crm"), PointName.of("shop"));
        assertThat(limited.roles()).containsExactly(Role.SUBMIT);
        assertThat(caller(claims -> claims.claim("points", List.of("*")), asked).points())
                .isEmpty();
        for (Object wrong : List.of(List.of(), "", "Not A Point", Map.of(), 3)) {
            assertThat(refused(claims -> claims.claim("points", wrong), asked))
                    .as("%s", wrong)
                    .startsWith("token-claims");
        }
        assertThat(refused(claims -> claims.claim("x", 1), asked)).startsWith("token-claims");
    }

    @Test
    void namesShouldNeverBeThoseOfKeysNorOfEachOther() {
        Set<String> subjects = Set.of("admin", "operator", "a b", "a_b", "a\nb", "ä", "ö", "x".repeat(64), "jwt:admin");
        Set<String> long1 = Set.of("x".repeat(70) + "1", "x".repeat(70) + "2");
        List<String> names = java.util.stream.Stream.concat(subjects.stream(), long1.stream())
                .map(subject -> caller(claims -> claims.subject(subject)).name())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(name).startsWith("jwt:").matches("[!-~]{5,68}");
            Assertions.assertThatThrownBy(() -> KeyName.of(name)).isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(refused(claims -> claims.subject(null))).startsWith("token-claims: has not got the claim sub");
        assertThat(refused(claims -> claims.claim("sub", List.of("a", "b")))).startsWith("token-");
        assertThat(caller(claims -> claims.claim("client_id", "shop"), "serai.jwt.name-claim", "client_id")
                        .name())
                .isEqualTo("jwt:shop");
    }
}
