package dev.serai.access.jwt;

import dev.serai.access.Role;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a token stands for.
 *
 * @param name {@code jwt:} and the issuer's name for the caller
 * @param points whose interactions alone it is for; empty = all
 * @param tenant empty = of the hub
 * @param until from when on the token is worth nothing, the clocks' difference included
 * @param key the thumbprint (RFC 7638) of the key that signed it
 */
public record TokenCaller(
        String name, Set<Role> roles, Set<PointName> points, Optional<TenantName> tenant, Instant until, String key) {
    public TokenCaller {
        roles = Set.copyOf(roles);
        points = Set.copyOf(points);
    }

    /** Whether a caller of this name came with a token. */
    public static boolean isName(String caller) {
        return caller.startsWith(TokenName.PREFIX);
    }
}
