package dev.serai.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.serai.access.jwt.Verdict.Accepted;
import dev.serai.access.jwt.Verdict.Refused;
import dev.serai.testing.Issuer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are refused for how they are made (RFC 8725), whatever they say. */
class JudgedTest {
    private static Issuer issuer;
    private static RSAKey foreign;
    private static Judge judge;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start();
        foreign = new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();
        judge = Judge.of(issuer.settings());
    }

    @AfterAll
    static void stop() {
        judge.close();
        issuer.close();
    }

    private static String reason(String token) {
        return judge.verdict(token) instanceof Refused refused ? refused.reason() : "accepted";
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(issuer.key().getKeyID());
    }

    private static String signed(JWSHeader header) {
        return Issuer.signed(header, Issuer.claims().build(), issuer.key());
    }

    private static String with(String header) {
        String[] parts = issuer.token("jo").split("\\.");
        return Base64URL.encode(header) + "." + parts[1] + "." + parts[2];
    }

    @Test
    void aTokenOfTheIssuerShouldBeTaken() {
        assertThat(judge.verdict(issuer.token("jo", "view"))).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.caller().name()).isEqualTo("jwt:jo");
            assertThat(accepted.caller().tenant()).isEmpty();
        });
    }

    /** Whoever asks has other things to do than to compute. */
    @Test
    void signaturesShouldBeCheckedByTheVerifierOnly() {
        List<Runnable> begun = new ArrayList<>();
        CompletableFuture<Verdict> verdict =
                judge.tokens().judge(signed(header(JWSAlgorithm.RS256).build()), begun::add);
        assertThat(verdict).isNotDone();

        begun.get(0).run();

        assertThat(verdict.join()).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void everySignatureWithAPrivateRsaKeyShouldBeTaken(String algorithm) {
        assertThat(reason(signed(header(JWSAlgorithm.parse(algorithm)).build())))
                .isEqualTo("accepted");
    }

    @Test
    void signaturesOnCurvesShouldBeTaken() throws Exception {
        for (Curve curve : List.of(Curve.P_256, Curve.P_384, Curve.P_521)) {
            ECKey key = new ECKeyGenerator(curve).keyID("ec").generate();
            try (Issuer other = Issuer.start()) {
                other.show(key.toPublicJWK());
                ECDSASigner signer = new ECDSASigner(key);
                SignedJWT jwt = new SignedJWT(
                        new JWSHeader(signer.supportedJWSAlgorithms().iterator().next()),
                        Issuer.claims().build());
                jwt.sign(signer);
                try (Judge here = Judge.of(other.settings())) {
                    assertThat(here.verdict(jwt.serialize()))
                            .as(curve.getName())
                            .isInstanceOf(Accepted.class);
                }
            }
        }
    }

    @Test
    void aTokenThatNobodySignedShouldBeRefused() {
        JWTClaimsSet claims = Issuer.claims().build();
        String[] parts = issuer.token("jo").split("\\.");

        assertThat(reason(new PlainJWT(claims).serialize())).isEqualTo("token-algorithm");
        assertThat(reason(with("{\"alg\":\"none\"}"))).isEqualTo("token-algorithm");
        assertThat(reason(with("{\"alg\":\"None\"}"))).isEqualTo("token-algorithm");
        assertThat(reason(parts[0] + "." + parts[1] + ".")).isIn("token-form", "token-signature");
        assertThat(reason(parts[0] + "." + parts[1])).isEqualTo("token-form");
    }

    /** The public key is no secret: RFC 8725 section 2.1. */
    @Test
    void aTokenSignedWithThePublicKeyAsASecretShouldBeRefused() throws JOSEException {
        byte[] publicKey = issuer.key().toRSAPublicKey().getEncoded();
        SignedJWT jwt = new SignedJWT(
                header(JWSAlgorithm.HS256).build(), Issuer.claims().build());
        jwt.sign(new MACSigner(publicKey));

        assertThat(reason(jwt.serialize())).isEqualTo("token-algorithm");
    }

    @Test
    void aSignatureOfSomebodyElseShouldBeRefused() {
        String foreigners = Issuer.signed(
                header(JWSAlgorithm.RS256).build(), Issuer.claims().build(), foreign);
        String token = issuer.token("jo", "view");
        String[] parts = token.split("\\.");
        String other = issuer.token("jo", "admin").split("\\.")[1];

        assertThat(reason(foreigners)).isEqualTo("token-signature");
        assertThat(reason(parts[0] + "." + other + "." + parts[2])).isEqualTo("token-signature");
    }

    @Test
    void keysThatATokenBringsAlongShouldNotBeLookedAt() throws Exception {
        try (Issuer evil = Issuer.start()) {
            evil.show(foreign.toPublicJWK());
            List<Consumer<JWSHeader.Builder>> brought = List.of(
                    header -> header.jwk(foreign.toPublicJWK()),
                    header -> header.jwkURL(URI.create(evil.jwks())),
                    header -> header.x509CertURL(URI.create(evil.jwks())));
            for (Consumer<JWSHeader.Builder> one : brought) {
                JWSHeader.Builder header = header(JWSAlgorithm.RS256);
                one.accept(header);

                assertThat(reason(Issuer.signed(header.build(), Issuer.claims().build(), foreign)))
                        .isEqualTo("token-signature");
                assertThat(reason(signed(header.build()))).isEqualTo("accepted");
            }
            assertThat(evil.asked()).isZero();
        }
    }

    @Test
    void whatMustBeUnderstoodAndIsNotShouldBeRefused() {
        assertThat(reason(signed(header(JWSAlgorithm.RS256)
                        .criticalParams(Set.of("exp"))
                        .customParam("exp", 1)
                        .build())))
                .isEqualTo("token-form");
        assertThat(reason(with("{\"alg\":\"RS256\",\"b64\":false,\"kid\":\"key-1\"}")))
                .isEqualTo("token-form");
        assertThat(reason(with("{\"alg\":\"RS256\",\"crit\":[],\"kid\":\"key-1\"}")))
                .isNotEqualTo("accepted");
    }

    @Test
    void otherTypesOfTokensShouldBeRefused() {
        for (String type : List.of("at+jwt", "application/at+jwt", "JWT", "jwt", "AT+JWT")) {
            JWSHeader header =
                    header(JWSAlgorithm.RS256).type(new JOSEObjectType(type)).build();
            assertThat(reason(signed(header))).as(type).isEqualTo("accepted");
        }
        for (String type : List.of("logout+jwt", "dpop+jwt", "secevent+jwt", "JOSE+JSON")) {
            JWSHeader header =
                    header(JWSAlgorithm.RS256).type(new JOSEObjectType(type)).build();
            assertThat(reason(signed(header))).as(type).isEqualTo("token-form");
        }
        assertThat(reason(signed(header(JWSAlgorithm.RS256).build()))).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "a.b.c",
                "{}.{}.{}",
                "eyJhbGciOiJSUzI1NiJ9..",
                "eyJhbGciOiJSUzI1NiJ9.e30.AA",
                "a.b.c.d.e",
                "é.é.é",
                "eyJhbGciOiI",
                ".",
                "eyJhbGciOm51bGx9.e30.AA",
                "W10.W10.AA",
                "bnVsbA.bnVsbA.AA",
                "eyJhbGciOiJSUzI1NiJ9.bnVsbA.AA"
            })
    void whatIsGarbledShouldBeRefused(String garbled) {
        assertThat(reason(garbled)).startsWith("token-");
    }

    @Test
    void whatIsHugeOrDeepShouldBeRefusedUnread() {
        String deep = "[".repeat(5500);
        String nested = Base64URL.encode("{\"alg\":\"RS256\",\"x\":" + deep) + ".e30.AA";

        assertThat(reason(issuer.token(claims -> claims.claim("x", "y".repeat(9000)))))
                .isEqualTo("token-form");
        assertThat(reason(nested)).isEqualTo("token-form");
    }

    @Test
    void aClaimThatIsThereTwiceShouldBeRefused() throws JOSEException {
        String twice = "{\"iss\":\"" + Issuer.NAME + "\",\"sub\":\"jo\",\"sub\":\"root\",\"aud\":\"serai-hub\",\"exp\":"
                + new Date().getTime() / 500 + "}";
        var jws = new com.nimbusds.jose.JWSObject(
                header(JWSAlgorithm.RS256).build(), new com.nimbusds.jose.Payload(twice));
        jws.sign(new com.nimbusds.jose.crypto.RSASSASigner(issuer.key()));

        assertThat(reason(jws.serialize())).isEqualTo("token-form");
    }

    @Test
    void aRefusalShouldSayNothingOfWhatNobodySigned() {
        Map<String, String> marked = Map.of(
                "issuer", Issuer.signed(header(JWSAlgorithm.RS256).build(), evil("https://mark.example"), foreign),
                "algorithm", with("{\"alg\":\"mark\"}"),
                "type", with("{\"alg\":\"RS256\",\"typ\":\"mark\"}"),
                "signature", with("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"mark\":\"mark\"}"));
        marked.forEach((what, token) -> assertThat(judge.verdict(token))
                .as(what)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.sentence()).doesNotContain("mark")));
        assertThat(judge.verdict(with("{\"alg\":\"RS256\",\"kid\":\"mark\"}")).toString())
                .doesNotContain("mark");
    }

    private static JWTClaimsSet evil(String name) {
        return new JWTClaimsSet.Builder(Issuer.claims().build()).issuer(name).build();
    }
}
