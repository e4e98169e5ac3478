package dev.serai.access.jwt;

import dev.serai.document.Digests;
import java.util.regex.Pattern;

/**
 * What a caller with a token is called: {@code jwt:} and what the issuer calls it. No key has a colon in its name, so that
 * the two are never the same. What is long or strange is cut and cleaned, then a digest keeps two names apart.
 */
final class TokenName {
    /** Begins the names of all callers with tokens, and of no others. */
    static final String PREFIX = "jwt:";

    private static final int LONGEST = 64;
    private static final int DIGEST = 12;
    private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9._@+|/:=-]");

    private TokenName() {}

    /** At most 68 characters of printable ASCII without blanks. */
    static String of(String issuers) {
        String plain = STRANGE.matcher(issuers).replaceAll("_");
        if (plain.equals(issuers) && plain.length() <= LONGEST) {
            return PREFIX + plain;
        }
        String begin = plain.substring(0, Math.min(plain.length(), LONGEST - DIGEST - 1));
        return PREFIX + begin + "~" + Digests.sha256(issuers).substring(0, DIGEST);
    }
}
