package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.DURATION;
import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of callers' tokens, which an identity provider gives: {@code serai.jwt.}. */
public final class JwtKeys {
    /** Whose tokens are taken. */
    public static final SettingKey ISSUER = new SettingKey(
            "serai.jwt.issuer",
            "",
            TEXT,
            "the claim iss, word for word",
            "Whose tokens (JWT) are taken beside keys; empty = no tokens.",
            "Needs serai.http.authentication=keys, serai.jwt.audience and serai.jwt.jwks.");

    /** Whom tokens are for. */
    public static final SettingKey AUDIENCE = new SettingKey(
            "serai.jwt.audience",
            "",
            TEXT,
            "words, separated by commas",
            "How tokens name this hub in their claim aud; one of these must be there.",
            "A token for anybody else is refused.");

    /** The keys of the issuer. */
    public static final SettingKey JWKS = new SettingKey(
            "serai.jwt.jwks",
            "",
            TEXT,
            "https URL, or file",
            "Where the public keys of the issuer are (RFC 7517); http only on the local host.",
            "A file is read again when it changed, a URL every five minutes and when a token names a key that is not known.");

    /** Whom to believe that it is the key server. */
    public static final SettingKey TRUST_STORE = new SettingKey(
            "serai.jwt.trust-store",
            "",
            TEXT,
            "file: PEM, PKCS #12 or JKS",
            "Certificates to trust besides Java's when keys are fetched.",
            "For identity providers with a certificate of the house's own authority.");

    /** Where roles are. */
    public static final SettingKey ROLES_CLAIM = new SettingKey(
            "serai.jwt.roles-claim",
            "roles",
            TEXT,
            "claim, or path with dots such as realm_access.roles",
            "Where a token has its roles: a list, or words separated by spaces such as scope.",
            "Who has none of our roles may do nothing.");

    /** What foreign roles mean. */
    public static final SettingKey ROLES = new SettingKey(
            "serai.jwt.roles",
            "",
            TEXT,
            "external=role, separated by commas",
            "Which of our roles a word in the token stands for, several where it is named several times.",
            "Empty: the words view, submit and handle count as they are; set: only words that are in it. Nobody gets operate or"
                    + " admin unless it is named here.");

    /** Said of the tenant: tokens are of the hub, and somebody wants that. */
    public static final String OF_HUB = "none";

    /** Where the tenant is. */
    public static final SettingKey TENANT_CLAIM = new SettingKey(
            "serai.jwt.tenant-claim",
            "",
            TEXT,
            "claim, or path with dots",
            "Where a token has the tenant of its caller; none = tokens are of the hub, for all tenants. Empty: the same, while there are"
                    + " no tenants beside default; else no token is taken.",
            "When set, a token without it or with a tenant that no file declares is refused.");

    /** Where capture points are. */
    public static final SettingKey POINTS_CLAIM = new SettingKey(
            "serai.jwt.points-claim",
            "",
            TEXT,
            "claim, or path with dots",
            "Where a token has the capture points that its caller is limited to, as keys of points are; * = all.",
            "When set, a token without it is refused.");

    /** Where the name is. */
    public static final SettingKey NAME_CLAIM = new SettingKey(
            "serai.jwt.name-claim",
            "sub",
            TEXT,
            "claim, or path with dots",
            "Where a token has the name of its caller; events name jwt: and that as the actor.",
            "It should never change and never be given to anybody else, as sub; a token without it is refused.");

    /** How wrong clocks may be. */
    public static final SettingKey CLOCK_SKEW = new SettingKey(
            "serai.jwt.clock-skew",
            "60s",
            DURATION,
            "duration, at most 10m",
            "How far the clocks of the issuer and of this machine may be apart.",
            "By that much longer tokens count.");

    /** How old tokens may be. */
    public static final SettingKey MAX_AGE = new SettingKey(
            "serai.jwt.max-age",
            "",
            DURATION,
            "duration",
            "How old a token may be by its claim iat, whatever its end; empty = until its end.",
            "When set, a token without iat is refused.");

    /** How often one caller may ask. */
    public static final SettingKey RATE = new SettingKey(
            "serai.jwt.rate",
            "",
            TEXT,
            "such as 100/s, 600/m",
            "How many requests a caller may make, by the name in the token; empty = as many as come.",
            "More are answered 429, as with keys.");

    private JwtKeys() {}
}
