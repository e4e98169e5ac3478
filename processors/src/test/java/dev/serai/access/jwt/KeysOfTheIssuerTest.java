package dev.serai.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.access.jwt.Verdict.Refused;
import dev.serai.access.jwt.Verdict.Undecided;
import dev.serai.testing.Certificate;
import dev.serai.testing.Issuer;
import dev.serai.testing.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that change, and a server of keys that is away. */
class KeysOfTheIssuerTest {
    private final Issuer issuer = Issuer.start();
    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        issuer.close();
    }

    /** By the clock of the test. */
    private String token() {
        return issuer.token(claims -> claims.issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofDays(3)))));
    }

    /** Six minutes later, when keys are read anew. */
    private void later(Judge judge) {
        clock.pass(Duration.ofMinutes(6));
        judge.tokens().pass();
    }

    private Judge judge() {
        Judge judge = Judge.at(issuer.settings(), clock);
        await().until(judge.tokens()::canRead);
        return judge;
    }

    @Test
    void aTokenThatComesBeforeTheKeysShouldWaitForThem() {
        issuer.hold();
        try (Judge judge = Judge.at(issuer.settings(), clock)) {
            CompletableFuture<Verdict> verdict = judge.tokens().judge(token());
            assertThat(verdict).isNotDone();

            issuer.release();

            assertThat(verdict.join()).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aKeyOfARotationShouldBeFoundAndTheOldOneForgotten() {
        try (Judge judge = judge()) {
            String old = token();
            Accepted before = (Accepted) judge.verdict(old);
            issuer.rotate();
            clock.pass(Duration.ofSeconds(31));

            assertThat(judge.verdict(token())).isInstanceOf(Accepted.class);
            clock.pass(Duration.ofSeconds(31));
            assertThat(judge.verdict(old)).isInstanceOf(Refused.class);
            assertThat(judge.tokens().isGood(before.caller())).isFalse();
        }
    }

    @Test
    void keysThatNobodyHasShouldNotMakeTheHubAskAgainAndAgain() {
        try (Judge judge = judge()) {
            String unknown = token();
            issuer.rotate();
            issuer.show(issuer.shown().replace("key-2", "key-3"));
            int asked = issuer.asked();
            clock.pass(Duration.ofSeconds(31));

            for (int i = 0; i < 50; i++) {
                assertThat(judge.verdict(unknown).getClass()).isIn(Accepted.class, Refused.class, Undecided.class);
                assertThat(judge.verdict(token()).getClass()).isIn(Refused.class, Undecided.class);
            }

            assertThat(issuer.asked()).isEqualTo(asked + 1);
        }
    }

    @Test
    void keysShouldGoOnForADayWhileTheirServerIsAway() {
        try (Judge judge = judge()) {
            String known = token();
            issuer.answering(503);
            clock.pass(Duration.ofHours(23));
            issuer.rotate();

            assertThat(judge.verdict(token()))
                    .isInstanceOfSatisfying(
                            Undecided.class,
                            undecided -> assertThat(undecided.sentence()).contains("answered 503"));
            assertThat(judge.verdict(known)).isInstanceOf(Accepted.class);
            assertThat(judge.tokens().trouble().orElseThrow())
                    .contains("since 2026-11-24T09:00:00Z", "answered 503", "count until 2026-11-24T10:00:00Z");

            clock.pass(Duration.ofHours(2));
            assertThat(judge.verdict(known)).isInstanceOf(Undecided.class);

            issuer.answering(200);
            clock.pass(Duration.ofMinutes(1));
            assertThat(judge.verdict(token())).isInstanceOf(Accepted.class);
            assertThat(judge.tokens().trouble()).isEmpty();
        }
    }

    @Test
    void keysShouldBeReadAheadOfNeed() {
        try (Judge judge = judge()) {
            int asked = issuer.asked();

            later(judge);

            await().untilAsserted(() -> assertThat(issuer.asked()).isEqualTo(asked + 1));
            assertThat(judge.tokens().canRead()).isTrue();
        }
    }

    @Test
    void answersThatAreNoKeysShouldLeaveThoseOfBefore() {
        for (String wrong : new String[] {"", "{", "[]", "{\"keys\":{}}", "<html>", "x".repeat(2_000_000)}) {
            try (Judge judge = judge()) {
                String known = token();
                String good = issuer.shown();
                issuer.show(wrong);
                later(judge);

                await().until(() -> judge.tokens().trouble().isPresent());
                assertThat(judge.verdict(known)).isInstanceOf(Accepted.class);
                issuer.show(good);
            }
        }
    }

    /** A key for encryption, a weak one, a secret and one of a type that nobody knows harm no other. */
    @Test
    void keysThatAreNoneForSignaturesShouldBeLeftOut() throws Exception {
        RSAKey forEncryption = new RSAKey.Builder(issuer.key().toPublicJWK())
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        OctetSequenceKey secret =
                new OctetSequenceKey.Builder(new byte[32]).keyID("oct").build();
        String odd = "{\"kty\":\"XYZ\",\"kid\":\"odd\"},{\"kty\":\"RSA\",\"n\":7},null,";
        issuer.show(weak.toPublicJWK(), issuer.key().toPublicJWK());
        issuer.show(issuer.shown().replaceFirst("\\[", "[" + odd + secret.toJSONString() + ","));
        try (Judge judge = judge()) {
            assertThat(judge.verdict(token())).isInstanceOf(Accepted.class);

            issuer.show(forEncryption);
            later(judge);
            await().until(() -> judge.tokens().trouble().isPresent());
        }
    }

    @Test
    void aFileOfKeysShouldBeReadAgainWhenItChanged() throws Exception {
        Path file = Files.writeString(folder.resolve("jwks.json"), issuer.shown());
        try (Judge judge = Judge.at(issuer.settings("serai.jwt.jwks", file.toString()), Clock.systemUTC())) {
            await().until(judge.tokens()::canRead);
            String before = issuer.token("jo");
            assertThat(judge.verdict(before)).isInstanceOf(Accepted.class);

            issuer.rotate();
            Files.writeString(file, issuer.shown());

            await().untilAsserted(
                            () -> assertThat(judge.verdict(issuer.token("jo"))).isInstanceOf(Accepted.class));
            await().untilAsserted(() -> assertThat(judge.verdict(before)).isInstanceOf(Refused.class));
            Files.delete(file);
            await().until(() -> judge.tokens().trouble().isPresent());
            assertThat(judge.verdict(issuer.token("jo"))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aFileThatIsBrokenShouldBeTroubleUntilItIsMendedAndItsKeysEndAfterADay() throws Exception {
        Path file = Files.writeString(folder.resolve("jwks.json"), issuer.shown());
        try (Judge judge = Judge.at(issuer.settings("serai.jwt.jwks", file.toString()), clock)) {
            await().until(judge.tokens()::canRead);
            String known = token();
            Files.writeString(file, "{");
            clock.pass(Duration.ofSeconds(3));
            judge.tokens().pass();
            await().until(() -> judge.tokens().trouble().isPresent());

            clock.pass(Duration.ofHours(25));
            judge.tokens().pass();

            assertThat(judge.verdict(known)).isInstanceOf(Undecided.class);
            assertThat(judge.tokens().trouble()).isPresent();
        }
    }

    @Test
    void anEmptySetShouldTakeAllKeysBack() {
        try (Judge judge = judge()) {
            Accepted before = (Accepted) judge.verdict(token());
            issuer.show();

            later(judge);

            await().until(() -> !judge.tokens().isGood(before.caller()));
            clock.pass(Duration.ofSeconds(31));
            assertThat(judge.verdict(token())).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aKeyThatIsNewerThanTheLastLookShouldNotBeCalledWrong() {
        try (Judge judge = judge()) {
            later(judge);
            await().until(judge.tokens()::canRead);
            issuer.rotate();
            String fresh = token();

            assertThat(judge.verdict(fresh)).isInstanceOf(Undecided.class);

            clock.pass(Duration.ofSeconds(31));
            assertThat(judge.verdict(fresh)).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void aServerOfKeysShouldBeBelievedByTheTrustStoreOnly() {
        Certificate certificate = Certificate.forHost("localhost");
        try (Issuer secure = Issuer.start(certificate);
                Judge trusting = Judge.of(secure.settings(
                        "serai.jwt.trust-store", certificate.certificatePem().toString()));
                Judge doubting = Judge.at(secure.settings(), Clock.systemUTC())) {
            await().until(() -> doubting.tokens().trouble().isPresent());

            assertThat(trusting.verdict(secure.token("jo"))).isInstanceOf(Accepted.class);
            assertThat(doubting.verdict(secure.token("jo"))).isInstanceOf(Undecided.class);
        }
    }
}
