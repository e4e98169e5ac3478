package dev.serai.access.jwt;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key that tokens are signed with.
 *
 * @param id as tokens name it; null when they do not
 * @param algorithm the only one that it is for; null = each that fits its type
 * @param thumbprint what it is, whatever it is called (RFC 7638)
 */
record IssuerKey(@Nullable String id, @Nullable Algorithm algorithm, String thumbprint, JWSVerifier verifier) {
    /** Bits of RSA keys: fewer are forbidden (RFC 7518 section 3.3), more cost too much at each request. */
    private static final int LEAST = 2048;

    private static final int MOST = 8192;

    /** Empty when no token is checked with it: it is for encryption, secret, too weak, or of a type that Java has not. */
    static Optional<IssuerKey> of(JWK jwk) {
        boolean signs = (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE))
                && (jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY));
        try {
            return signs ? verifier(jwk).map(verifier -> named(jwk, verifier)) : Optional.empty();
        } catch (JOSEException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static IssuerKey named(JWK jwk, JWSVerifier verifier) {
        try {
            return new IssuerKey(
                    jwk.getKeyID(), jwk.getAlgorithm(), jwk.computeThumbprint().toString(), verifier);
        } catch (JOSEException withoutSha256) {
            throw new IllegalArgumentException(withoutSha256);
        }
    }

    private static Optional<JWSVerifier> verifier(JWK jwk) throws JOSEException {
        if (jwk instanceof RSAKey rsa) {
            return rsa.size() < LEAST || rsa.size() > MOST
                    ? Optional.empty()
                    : Optional.of(new RSASSAVerifier(rsa.toRSAPublicKey()));
        }
        return jwk instanceof ECKey ec ? Optional.of(new ECDSAVerifier(ec.toECPublicKey())) : Optional.empty();
    }

    /** Whether it is the one that a token means, by name where there is one, and by algorithm (RFC 8725 section 3.1). */
    boolean fits(JWSHeader header) {
        return (header.getKeyID() == null || header.getKeyID().equals(id))
                && verifier.supportedJWSAlgorithms().contains(header.getAlgorithm())
                && (algorithm == null || algorithm.equals(header.getAlgorithm()));
    }
}
