package dev.serai.dispatch;

import dev.serai.store.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A clock that is put forward, for the hub and for its embedded database alike. One at a time in a process. */
public final class SimulatedTime extends Clock {
    private static final AtomicLong PASSED = new AtomicLong();

    SimulatedTime() {
        PASSED.set(0);
    }

    /** Called by the database; milliseconds. */
    public static long passed() {
        return PASSED.get();
    }

    void pass(Duration time) {
        PASSED.addAndGet(time.toMillis());
    }

    /** A database in the folder that tells this time. */
    DatabaseSettings database(Path folder) {
        Path sql = folder.resolve("sql");
        try {
            copy(Path.of(System.getProperty("serai.home"), "sql"), sql);
            Files.writeString(
                    sql.resolve("h2/V999__simulated_time.sql"),
                    "create alias simulated_time_passed for '" + SimulatedTime.class.getName() + ".passed';\n");
            Path queries = sql.resolve("store/operate.sql");
            String usual = "select current_timestamp as now";
            String text = Files.readString(queries);
            if (!text.contains(usual)) {
                throw new IllegalStateException("the query of the clock is another one now");
            }
            Files.writeString(
                    queries,
                    text.replace(
                            usual, "select dateadd('MILLISECOND', simulated_time_passed(), current_timestamp) as now"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DatabaseSettings.embedded(folder.resolve("data"), sql);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) {
            Files.copy(one, to.resolve(from.relativize(one).toString()));
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(PASSED.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
