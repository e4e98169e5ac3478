package dev.serai.access.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.serai.access.Role;
import dev.serai.files.JwtKeys;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from signed claims for whom, from when to when and for what a token is (RFC 7519 section 4.1). */
final class ClaimCheck {
    /** What keys of points may have; the rest is not about a point. */
    private static final Set<Role> ABOUT_POINTS = Set.of(Role.VIEW, Role.SUBMIT, Role.HANDLE);

    private static final String ALL = "*";
    private static final Instant FAR = Instant.ofEpochMilli(Long.MAX_VALUE).minus(Duration.ofDays(1));

    private final JwtSettings settings;
    private final Supplier<Set<TenantName>> tenants;
    private final Clock clock;

    /** @param tenants those that there are */
    ClaimCheck(JwtSettings settings, Supplier<Set<TenantName>> tenants, Clock clock) {
        this.settings = settings;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Asked before anything is looked up: a token of somebody else needs no key (RFC 8725 section 3.8). */
    void requireIssuer(JWTClaimsSet claims) throws TokenRefused {
        if (!settings.issuer().equals(claims.getIssuer())) {
            throw TokenRefused.forged("token-issuer", "is of another issuer than serai.jwt.issuer");
        }
    }

    /** @param key the thumbprint of the key that signed them */
    TokenCaller caller(JWTClaimsSet claims, String key) throws TokenRefused {
        if (claims.getAudience().stream().noneMatch(settings.audiences()::contains)) {
            throw TokenRefused.signed("token-audience", "is for somebody else; its aud is none of serai.jwt.audience");
        }
        if (claims.getClaim("cnf") != null) {
            throw TokenRefused.signed(
                    "token-claims", "is bound to a key of its owner (cnf), for which the hub has no proof");
        }
        Instant until = until(claims);
        requireBegun(claims);
        Map<String, Object> all = claims.getClaims();
        Set<PointName> points = points(all);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(settings.roles().of(settings.claims().roles().words(all)));
        if (!points.isEmpty()) {
            roles.retainAll(ABOUT_POINTS);
        }
        return new TokenCaller(name(all), roles, points, tenant(all), until, key);
    }

    private Instant until(JWTClaimsSet claims) throws TokenRefused {
        Instant end = instant(claims.getExpirationTime());
        if (end == null) {
            throw TokenRefused.signed("token-claims", "has no end; expected the claim exp");
        }
        if (isOver(end)) {
            throw TokenRefused.signed("token-expired", "expired at " + end);
        }
        Instant old = old(claims);
        if (isOver(old)) {
            throw TokenRefused.signed("token-expired", "is older than serai.jwt.max-age since " + old);
        }
        return (old.isBefore(end) ? old : end).plus(settings.skew());
    }

    /** From when on it is too old. */
    private Instant old(JWTClaimsSet claims) throws TokenRefused {
        Duration maxAge = settings.maxAge();
        if (maxAge == null) {
            return FAR;
        }
        Instant issued = instant(claims.getIssueTime());
        if (issued == null) {
            throw TokenRefused.signed("token-claims", "does not say when it was issued; expected the claim iat");
        }
        return issued.plus(maxAge);
    }

    private boolean isOver(Instant end) {
        return !clock.instant().isBefore(end.plus(settings.skew()));
    }

    /** Neither before its beginning nor from the future. */
    private void requireBegun(JWTClaimsSet claims) throws TokenRefused {
        Instant soon = clock.instant().plus(settings.skew());
        Instant begin = instant(claims.getNotBeforeTime());
        if (begin != null && begin.isAfter(soon)) {
            throw TokenRefused.signed("token-early", "counts from " + begin + " only (nbf)");
        }
        Instant issued = instant(claims.getIssueTime());
        if (issued != null && issued.isAfter(soon)) {
            throw TokenRefused.signed(
                    "token-early", "was issued at " + issued + ", which is yet to come (iat); look at the clocks");
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private String name(Map<String, Object> claims) throws TokenRefused {
        return settings.claims()
                .name()
                .word(claims)
                .map(TokenName::of)
                .orElseThrow(
                        () -> missing("serai.jwt.name-claim", settings.claims().name()));
    }

    private Optional<TenantName> tenant(Map<String, Object> claims) throws TokenRefused {
        ClaimPath path = settings.claims().tenant();
        if (path == null) {
            requireNoTenants();
            return Optional.empty();
        }
        String word = path.word(claims).orElseThrow(() -> missing("serai.jwt.tenant-claim with one tenant", path));
        if (!isDeclared(word)) {
            throw TokenRefused.signed("token-tenant", "is of a tenant that no file of the hub declares");
        }
        return Optional.of(TenantName.of(word));
    }

    /** Tenants may be declared while the hub runs; then nobody becomes a caller of all of them by what a setting does not say. */
    private void requireNoTenants() throws TokenRefused {
        if (!settings.claims().ofHub()
                && tenants.get().stream().anyMatch(tenant -> !tenant.equals(TenantName.DEFAULT))) {
            throw TokenRefused.signed(
                    "token-tenant",
                    "does not say whose it is, and the hub has tenants; serai.jwt.tenant-claim names the claim, or is '"
                            + JwtKeys.OF_HUB + "'");
        }
    }

    /** Whether whoever was let in before is still a caller of somebody. */
    boolean isStillCaller(TokenCaller caller) {
        try {
            if (caller.tenant().isEmpty()) {
                requireNoTenants();
            }
            return caller.tenant().map(tenants.get()::contains).orElse(true);
        } catch (TokenRefused refused) {
            return false;
        }
    }

    private boolean isDeclared(String word) {
        try {
            return tenants.get().contains(TenantName.of(word));
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private Set<PointName> points(Map<String, Object> claims) throws TokenRefused {
        ClaimPath path = settings.claims().points();
        if (path == null) {
            return Set.of();
        }
        List<String> words = path.words(claims);
        if (words.isEmpty()) {
            throw missing("serai.jwt.points-claim", path);
        }
        if (words.contains(ALL)) {
            return Set.of();
        }
        try {
            return words.stream().map(PointName::of).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException none) {
            throw TokenRefused.signed("token-claims", "names what is no capture point in " + path.text());
        }
    }

    private static TokenRefused missing(String setting, ClaimPath path) {
        return TokenRefused.signed("token-claims", "has not got the claim " + path.text() + " of " + setting);
    }
}
