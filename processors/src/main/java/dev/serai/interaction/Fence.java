package dev.serai.interaction;

/**
 * The right to end one piece of work: it holds as long as placement and claim are still the interaction's.
 *
 * @param tenant whose interaction it is
 * @param id the interaction
 * @param placement the arrival in a queue that the work belongs to, counted from 1
 * @param claim raised by every change of hands
 */
public record Fence(String tenant, InteractionId id, int placement, long claim) {}
