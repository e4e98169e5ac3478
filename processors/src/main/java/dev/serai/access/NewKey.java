package dev.serai.access;

import dev.serai.interaction.PointName;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody wants made.
 *
 * @param expires after how long; null = never
 */
public record NewKey(
        KeyName name,
        Set<Role> roles,
        Set<PointName> points,
        @Nullable Rate rate,
        @Nullable Duration expires) {}
