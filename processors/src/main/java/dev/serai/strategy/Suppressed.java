package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft;
import org.jspecify.annotations.Nullable;

/**
 * An automatic reply that a step wanted and that is not made.
 *
 * @param response the standard response that it would have been made from
 * @param to whom it would have gone to; null where nobody is known
 */
public record Suppressed(
        OutboundDraft.Kind kind, String response, @Nullable String to, Suppression.Why why) {}
