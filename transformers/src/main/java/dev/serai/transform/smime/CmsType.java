package dev.serai.transform.smime;

import java.util.Arrays;
import java.util.HexFormat;

/** The content types of CMS that matter here (RFC 5652 section 14, RFC 3274, RFC 5083). */
enum CmsType {
    DATA("2a864886f70d010701"),
    SIGNED("2a864886f70d010702"),
    ENVELOPED("2a864886f70d010703"),
    SIGNED_AND_ENVELOPED("2a864886f70d010704"),
    ENCRYPTED("2a864886f70d010706"),
    COMPRESSED("2a864886f70d0109100109"),
    AUTH_ENVELOPED("2a864886f70d0109100117"),
    OTHER("");

    private final String oid;

    CmsType(String hex) {
        this.oid = hex;
    }

    /** By the content of its object identifier. */
    static CmsType of(byte[] identifier) {
        String hex = HexFormat.of().formatHex(identifier);
        return Arrays.stream(values())
                .filter(type -> type.oid.equals(hex))
                .findFirst()
                .orElse(OTHER);
    }

    /** Whether something readable is inside. */
    boolean opens() {
        return this == SIGNED || this == COMPRESSED;
    }

    /** Whether nothing can be read of it without a key. */
    boolean needsKey() {
        return this == ENVELOPED || this == SIGNED_AND_ENVELOPED || this == ENCRYPTED || this == AUTH_ENVELOPED;
    }
}
