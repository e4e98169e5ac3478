package dev.serai.operation;

import dev.serai.interaction.InteractionId;

/** The interaction that an operation is about. */
public record Target(String tenant, InteractionId id) {}
