package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.serai.access.Role;
import dev.serai.testing.Issuer;
import java.nio.file.Path;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the port answers is asked with tokens: bad ones open nothing, good ones what their roles open. */
class TokenWalkTest {
    @TempDir
    static Path folder;

    private static Issuer issuer;
    private static RestHub hub;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start();
        hub = RestHub.start(folder, issuer.settings("serai.jwt.roles", Issuer.ALL_ROLES), Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        issuer.close();
    }

    /** What would be an administrator if it were good. */
    private static JWTClaimsSet.Builder admin() {
        return Issuer.claims().claim("roles", "admin");
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(issuer.key().getKeyID()).build();
    }

    @Test
    void nothingShouldAnswerWhoeverHasNoGoodToken() throws Exception {
        RSAKey foreign =
                new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();
        SignedJWT shared = new SignedJWT(header(JWSAlgorithm.HS256), admin().build());
        shared.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(Doors.NOTHING, "");
        bad.put("expired", issuer.signed(admin().expirationTime(new Date(0)).build()));
        bad.put("wrong audience", issuer.signed(admin().audience("somebody").build()));
        bad.put(
                "wrong issuer",
                issuer.signed(admin().issuer("https://evil.example").build()));
        bad.put("wrong signature", Issuer.signed(header(JWSAlgorithm.RS256), admin().build(), foreign));
        bad.put("alg none", new PlainJWT(admin().build()).serialize());
        bad.put("the public key as a secret", shared.serialize());

        assertThat(Doors.open(hub, bad)).isEmpty();
    }

    @Test
    void everyPathShouldOpenToItsRolesOnly() throws Exception {
        Map<Role, String> tokens = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            tokens.put(role, issuer.token("only-" + role.word(), role.word()));
        }

        assertThat(Doors.wrong(hub, tokens)).isEmpty();
    }
}
