package dev.serai.store;

import dev.serai.interaction.InteractionId;

/**
 * What became of an arrival, durably.
 *
 * @param id the interaction it became, or for a repeat the one it became first
 * @param fresh false when it was here before, at this position or by its bytes
 */
public record Received(InteractionId id, boolean fresh) {}
