package dev.serai.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * How long something took on each of many inputs, by the clock and of the processor, in nanoseconds, sorted.
 *
 * @param matches that it told of an input, on average
 */
@SuppressWarnings("ArrayRecordComponent") // read by this class alone
record Times(long[] clock, long[] processor, double matches) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static <T> Times of(List<T> inputs, ToIntFunction<T> work) {
        long[] clock = new long[inputs.size()];
        long[] processor = new long[inputs.size()];
        long matches = 0;
        for (int i = 0; i < clock.length; i++) {
            long processorBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            matches += work.applyAsInt(inputs.get(i));
            clock[i] = System.nanoTime() - before;
            processor[i] = THREADS.getCurrentThreadCpuTime() - processorBefore;
        }
        Arrays.sort(clock);
        Arrays.sort(processor);
        return new Times(clock, processor, (double) matches / inputs.size());
    }

    /** Milliseconds of the processor that half of the inputs took less than. */
    double median() {
        return millis(processor, 50);
    }

    private static double millis(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %7.3f ms, p99 %7.3f ms by the clock; %7.3f and %7.3f ms of the processor",
                millis(clock, 50),
                millis(clock, 99),
                millis(processor, 50),
                millis(processor, 99));
    }
}
