package dev.serai.capture;

/**
 * The bounds of capture, as settings have them.
 *
 * @param workers mailboxes that are looked into at the same time, as long as none hangs
 * @param maxIntakeBacklog interactions that wait in the queue {@code intake} before capture slows down
 * @param silentAfter intervals without a look that went well before a mailbox counts as silent
 */
public record CaptureLimits(int workers, int maxIntakeBacklog, int silentAfter) {
    /** So many workers, the rest as shipped. */
    public static CaptureLimits ofWorkers(int workers) {
        return new CaptureLimits(workers, 5000, 3);
    }
}
