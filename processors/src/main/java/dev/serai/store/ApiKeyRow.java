package dev.serai.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A caller's key as it is kept.
 *
 * @param digest SHA-256 of the key in hex; the key itself is nowhere
 * @param roles separated by commas
 * @param points separated by commas; empty = all
 * @param rate such as `100/s`; null = unlimited
 */
public record ApiKeyRow(
        String tenant,
        String name,
        String digest,
        String roles,
        String points,
        @Nullable String rate,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {}
