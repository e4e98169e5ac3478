package dev.serai.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What many clients at once were answered.
 *
 * @param perSecond answers a second, of all clients together
 * @param p50Millis half of the answers took less
 * @param p99Millis 99 of 100 answers took less
 */
record Latencies(double perSecond, double p50Millis, double p99Millis, double worstMillis) {

    /** @param nanos of each answer, in any order */
    static Latencies of(LongStream nanos, Duration span) {
        long[] sorted = nanos.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no client was answered within " + span);
        }
        return new Latencies(sorted.length / (span.toNanos() / 1e9), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    /** The middle of several rounds, by their rate. */
    static Latencies middle(Latencies... rounds) {
        Latencies[] byRate = rounds.clone();
        Arrays.sort(byRate, java.util.Comparator.comparingDouble(Latencies::perSecond));
        return byRate[byRate.length / 2];
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%7.0f a second   p50 %6.1f ms   p99 %6.1f ms   worst %6.1f ms",
                perSecond,
                p50Millis,
                p99Millis,
                worstMillis);
    }
}
