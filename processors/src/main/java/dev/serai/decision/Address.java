package dev.serai.decision;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote, or whom it is to.
 *
 * @param name the display name; null where there is none
 */
public record Address(@Nullable String name, String address) {}
