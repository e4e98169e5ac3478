package dev.serai.access;

import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.store.ApiKeyRow;
import dev.serai.store.TenantTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key as everybody may know it.
 *
 * @param points whose interactions alone it is for; empty = all
 * @param tenant whose things alone it is for; empty = the hub's own
 * @param rate how many requests; null = as many as come
 */
public record ApiKey(
        KeyName name,
        String digest,
        Set<Role> roles,
        Set<PointName> points,
        Optional<TenantName> tenant,
        @Nullable Rate rate,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    static ApiKey of(ApiKeyRow row) {
        String rate = row.rate();
        return new ApiKey(
                new KeyName(row.name()),
                row.digest(),
                set(row.roles(), Role::of),
                set(row.points(), PointName::of),
                TenantTable.named(row.tenant()),
                rate == null ? null : Rate.of(rate),
                row.createdAt(),
                row.createdBy(),
                row.expiresAt(),
                row.usedAt(),
                row.revokedAt());
    }

    ApiKeyRow row() {
        return new ApiKeyRow(
                TenantTable.text(tenant),
                name.value(),
                digest,
                text(roles, Role::word),
                text(points, PointName::value),
                rate == null ? null : rate.toString(),
                createdAt,
                createdBy,
                expiresAt,
                usedAt,
                revokedAt);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Whether who has it may make keys of the hub. */
    boolean isAdmin(Instant now) {
        return tenant.isEmpty() && roles.contains(Role.ADMIN) && !isRevoked() && !isExpired(now);
    }

    private static <T> Set<T> set(String words, Function<String, T> reader) {
        return Arrays.stream(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(reader)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> String text(Set<T> values, Function<T, String> writer) {
        return String.join(",", new TreeSet<>(values.stream().map(writer).toList()));
    }
}
