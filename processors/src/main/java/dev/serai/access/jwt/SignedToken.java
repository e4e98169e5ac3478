package dev.serai.access.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/**
 * A token in its compact form (RFC 7515 section 3.1), read and not believed yet. Keys or addresses of keys that it brings
 * along (jwk, jku, x5c, x5u) are never looked at (RFC 8725 section 3.10).
 */
final class SignedToken {
    /** Characters: as many as all headers of a request may have together. */
    static final int LONGEST = 8 * 1024;

    /** Signed with a private key by what Java has: a shared secret would make every reader of it an issuer. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Access tokens (RFC 9068 section 2.1), and those that say no more than that they are JWTs. */
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private SignedToken(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /** Whether a bearer has the form of a token: keys of the hub have no dots. */
    static boolean isIn(String bearer) {
        return bearer.indexOf('.') >= 0;
    }

    /** @throws TokenRefused when it is none that the hub reads */
    static SignedToken parse(String text) throws TokenRefused {
        if (text.length() > LONGEST) {
            throw TokenRefused.forged("token-form", "is longer than " + LONGEST + " characters");
        }
        try {
            requireAlgorithm(text);
            SignedJWT jwt = SignedJWT.parse(text);
            requireKnown(jwt.getHeader());
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (claims == null) {
                throw unreadable();
            }
            return new SignedToken(jwt, claims);
        } catch (ParseException | RuntimeException unreadable) {
            throw unreadable();
        }
    }

    private static TokenRefused unreadable() {
        return TokenRefused.forged(
                "token-form", "cannot be read; expected a signed JWT in the compact form of RFC 7515");
    }

    /** By the header alone: what is encrypted or not signed is told from what is garbled. */
    private static void requireAlgorithm(String text) throws TokenRefused, ParseException {
        String[] parts = text.split("\\.", -1);
        if (parts.length == 5) {
            throw TokenRefused.forged("token-form", "is encrypted (JWE); expected one that is signed only");
        }
        Map<String, Object> header = JSONObjectUtils.parse(new Base64URL(parts[0]).decodeToString());
        Object algorithm = header == null ? null : header.get("alg");
        if (!(algorithm instanceof String name) || !ALGORITHMS.contains(new JWSAlgorithm(name))) {
            throw TokenRefused.forged(
                    "token-algorithm",
                    "is not signed with RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 or ES512");
        }
    }

    /** What must be understood and is not makes the token invalid (RFC 7515 section 4.1.11, RFC 8725 section 3.11). */
    private static void requireKnown(JWSHeader header) throws TokenRefused {
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw TokenRefused.forged("token-form", "has header parameters in crit that the hub does not know");
        }
        if (header.getType() != null && !TYPES.contains(header.getType())) {
            throw TokenRefused.forged("token-form", "is of another typ; expected JWT or at+jwt");
        }
    }

    JWSHeader header() {
        return jwt.getHeader();
    }

    /** What it says: not to be believed before {@link #isSignedBy}. */
    JWTClaimsSet claims() {
        return claims;
    }

    boolean isSignedBy(IssuerKey key) {
        try {
            return jwt.verify(key.verifier());
        } catch (JOSEException | IllegalStateException unusable) {
            return false;
        }
    }
}
