package dev.serai.access;

import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody wants made.
 *
 * @param tenant whose it is; empty = the hub's own
 * @param expires after how long; null = never
 */
public record NewKey(
        KeyName name,
        Set<Role> roles,
        Set<PointName> points,
        Optional<TenantName> tenant,
        @Nullable Rate rate,
        @Nullable Duration expires) {}
