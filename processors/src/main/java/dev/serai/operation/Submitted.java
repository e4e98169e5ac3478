package dev.serai.operation;

import dev.serai.interaction.Interaction;

/**
 * What a submit became.
 *
 * @param fresh false when its external id was known: then it is the interaction that had it first
 */
public record Submitted(Interaction interaction, boolean fresh) {}
