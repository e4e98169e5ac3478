package dev.serai.live;

import dev.serai.check.Checker;
import dev.serai.files.Generation;
import dev.serai.files.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The checks that are under way, in the order in which their files were read. Several may be; none waits for another. */
final class Checks {
    private final Checker checker;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong last = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Instant> underWay = new ConcurrentSkipListMap<>();

    Checks(Checker checker) {
        this.checker = checker;
    }

    /**
     * One check, from before its files are read to what becomes of them.
     *
     * @param number higher than that of all before
     */
    record Check(Checks all, long number) implements AutoCloseable {
        /** Everything that is wrong with a set; runs the engineers' tests, and may take long. */
        Verdict full(Generation set) {
            Object outside = all.checker.outside(set);
            return Verdict.of(all.checker.check(set), outside);
        }

        /** What is wrong with a set whose tests passed once. */
        Verdict withoutTests(Generation set) {
            return Verdict.of(all.checker.withoutTests(set), "");
        }

        @Override
        public void close() {
            all.underWay.remove(number);
        }
    }

    /**
     * What a check says.
     *
     * @param outside what the set's tests depend on besides, as it was when they ran
     */
    record Verdict(List<Problem> errors, List<Problem> warnings, Object outside) {
        private static Verdict of(List<Problem> problems, Object outside) {
            Map<Boolean, List<Problem>> byError =
                    problems.stream().collect(Collectors.partitioningBy(Problem::isError));
            return new Verdict(byError.getOrDefault(true, List.of()), byError.getOrDefault(false, List.of()), outside);
        }
    }

    Check begin() {
        long number = last.incrementAndGet();
        underWay.put(number, clock.instant());
        return new Check(this, number);
    }

    /** When the eldest began that is under way. */
    Optional<Instant> since() {
        return Optional.ofNullable(underWay.firstEntry()).map(Map.Entry::getValue);
    }

    /** What the tests of a set depend on besides, as it is now. */
    Object outside(Generation set) {
        return checker.outside(set);
    }
}
